import { useState } from "react";
import { Button } from "../../buttons/Button";
import { RadioGroup } from "../../choices/RadioGroup";
import { TextField } from "../../fields/TextField";
import { type FormProblem, OfficeForm } from "../../forms/OfficeForm";

const PROBLEM: FormProblem = {
  message: "Two things need another look.",
  fields: [
    { field: "name.family", message: "A patient needs a family name, or one whole name." },
    { field: "phones.0.value", message: "This phone number has letters in it." },
    { field: "urgency", message: "Pick how urgent it is." },
  ],
};

export function FormsPart() {
  const [problem, setProblem] = useState<FormProblem | null>(PROBLEM);
  const [family, setFamily] = useState("");
  const [phone, setPhone] = useState("call me");
  const [urgency, setUrgency] = useState<"routine" | "urgent" | null>(null);
  return (
    <OfficeForm
      label="Add a person"
      problem={problem}
      onSubmit={() => setProblem(problem === null ? PROBLEM : null)}
      summaryTitle="Check these before you go on"
      actions={
        <>
          <Button variant="primary" type="submit">
            Add person
          </Button>
          <Button>Cancel</Button>
        </>
      }
    >
      <TextField
        label="Family name"
        name="name.family"
        value={family}
        onChange={setFamily}
        width="half"
      />
      <TextField label="Phone" name="phones" value={phone} onChange={setPhone} width="half" />
      <RadioGroup
        label="Urgency"
        name="urgency"
        options={[
          { id: "routine", label: "Routine" },
          { id: "urgent", label: "Urgent", hint: "Someone may come to harm." },
        ]}
        value={urgency}
        onChange={setUrgency}
      />
    </OfficeForm>
  );
}
