"""The configurations of the proxies that pgsegue is compared with. Each relays to one server, on one thread."""

import pathlib


def haproxy_configuration(port: int, server_port: int) -> str:
    """TCP mode. It knows nothing of PostgreSQL, whose TLS begins in mid-conversation: that it passes on to the server."""
    return (
        "global\n  nbthread 1\n  maxconn 1000\n"
        "defaults\n  mode tcp\n  timeout connect 5s\n  timeout client 10m\n  timeout server 10m\n"
        f"listen pg\n  bind 127.0.0.1:{port}\n  server one 127.0.0.1:{server_port}\n"
    )


def pgbouncer_configuration(port: int, server_port: int, directory: pathlib.Path, certificate: pathlib.Path, key: pathlib.Path) -> str:
    """Session mode: one server connection per client, as with pgsegue."""
    users = directory / "users.txt"
    users.write_text('"postgres" ""\n', encoding="utf-8")
    return (
        f"[databases]\n* = host=127.0.0.1 port={server_port}\n"
        f"[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\nunix_socket_dir =\nauth_type = trust\n"
        f"auth_file = {users}\nadmin_users = postgres\npool_mode = session\nmax_client_conn = 1000\ndefault_pool_size = 200\n"
        f"client_tls_sslmode = allow\nclient_tls_cert_file = {certificate}\nclient_tls_key_file = {key}\nserver_tls_sslmode = disable\n"
        f"logfile = {directory}/pgbouncer.log\npidfile =\nignore_startup_parameters = extra_float_digits\n"
    )
