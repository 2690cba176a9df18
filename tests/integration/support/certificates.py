"""A private certificate authority and certificates for 127.0.0.1, as PEM files in a directory."""

import pathlib
import subprocess


class Authority:
    def __init__(self, directory: pathlib.Path):
        self.directory = directory
        self.file = directory / "ca.crt"
        self._openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                      "-subj", "/CN=pgsegue test authority", "-keyout", directory / "ca.key", "-out", self.file)

    def _openssl(self, *arguments) -> None:
        subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)

    def issue(self, name: str) -> tuple[pathlib.Path, pathlib.Path]:
        """Paths of the certificate and the key of a new one."""
        certificate, key, request = (self.directory / f"{name}.{suffix}" for suffix in ("crt", "key", "csr"))
        extensions = self.directory / f"{name}.cnf"
        extensions.write_text("subjectAltName=IP:127.0.0.1\n", encoding="utf-8")
        self._openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                      "-subj", f"/CN={name}", "-keyout", key, "-out", request)
        self._openssl("x509", "-req", "-in", request, "-CA", self.file, "-CAkey", self.directory / "ca.key", "-CAcreateserial",
                      "-days", "2", "-extfile", extensions, "-out", certificate)
        key.chmod(0o600)
        return certificate, key
