"""The corpus tests/data/sql/clinic: statements in the words of one version, for physical databases with other names."""

from .twins import CORPORA, Case, read_cases

TABLES = [
    "ward", "doctor", "patient", "stay", "treatment", "measure", "item", "drug", "device", "kit", "bill", "bill_line", '"user"', "größe",
    "pair", "swap", "node", "shift", "log", "staff.patient", "staff.ward", '"Old Files".ward', '"Old Files"."Stay Of"', "secret", "income",
]
SEQUENCES = ["doctor_doctor_no_seq", "patient_patient_no_seq", "stay_stay_no_seq", "log_entry_seq"]
# A function in PL/pgSQL names it.
KEPT = {"public.log"}


class Clinic:
    versions = ["own"]

    def __init__(self):
        self.folder = CORPORA / "clinic"
        files = sorted(file for file in self.folder.glob("*.sql") if file.name != "schema.sql")
        self.cases: list[Case] = [case for file in files for case in read_cases(file)]

    def script(self, version: str) -> str:
        return (self.folder / "schema.sql").read_text(encoding="utf-8")

    @staticmethod
    def text(sql: str, version: str) -> str:
        return sql
