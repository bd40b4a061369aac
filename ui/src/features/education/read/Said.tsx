/** Words of the leaflet among ours: in their own language, and their own way. */
export function Said({ language, children }: { language: string; children: string }) {
  return <bdi lang={language}>{children}</bdi>;
}
