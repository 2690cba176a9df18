/* A pipelined libpq program, printed: argument 1 is the connection string. Source: libpq documentation, "Pipeline Mode". */
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static PGconn *connection;

static void check(int ok, const char *what) {
  if (ok) return;
  fprintf(stderr, "%s: %s", what, PQerrorMessage(connection));
  exit(1);
}

static void show_result(PGresult *result) {
  ExecStatusType status = PQresultStatus(result);
  printf("%s", PQresStatus(status));
  if (status == PGRES_TUPLES_OK || status == PGRES_SINGLE_TUPLE) {
    for (int row = 0; row < PQntuples(result); row++) {
      for (int column = 0; column < PQnfields(result); column++) {
        printf(" %s=%s", PQfname(result, column), PQgetvalue(result, row, column));
      }
    }
  }
  if (status == PGRES_FATAL_ERROR) {
    printf(" %s %s at %s", PQresultErrorField(result, PG_DIAG_SQLSTATE), PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY),
           PQresultErrorField(result, PG_DIAG_STATEMENT_POSITION));
  }
  if (status == PGRES_COMMAND_OK) printf(" %s", PQcmdStatus(result));
  printf("\n");
}

/* Reads results up to and with `syncs` pipeline synchronisation points. */
static void drain(int syncs) {
  while (syncs > 0) {
    PGresult *result = PQgetResult(connection);
    if (result == NULL) continue;
    show_result(result);
    if (PQresultStatus(result) == PGRES_PIPELINE_SYNC) syncs--;
    PQclear(result);
  }
}

static void query(const char *sql, const char *value) {
  check(PQsendQueryParams(connection, sql, value ? 1 : 0, NULL, value ? &value : NULL, NULL, NULL, 0), sql);
}

static void many_in_flight(void) {
  char value[32];
  for (int i = 0; i < 500; i++) {
    snprintf(value, sizeof value, "l%d", i);
    query("INSERT INTO person (first_name, last_name) VALUES ('pipe', $1)", value);
    if (i % 100 == 99) check(PQpipelineSync(connection), "sync");
  }
  query("SELECT count(last_name) FROM person", NULL);
  check(PQpipelineSync(connection), "sync");
  drain(6);
}

static void error_in_the_middle(void) {
  query("SELECT last_name FROM person WHERE last_name = $1", "l1");
  query("SELECT lastname FROM person", NULL);
  query("SELECT last_name FROM person WHERE last_name = $1", "l2");
  check(PQpipelineSync(connection), "sync");
  query("SELECT last_name FROM person WHERE last_name = $1", "l3");
  check(PQpipelineSync(connection), "sync");
  drain(2);
}

static void named_statement(void) {
  check(PQsendPrepare(connection, "find", "SELECT id > 0 AS ok, last_name FROM person WHERE last_name = $1", 1, NULL), "prepare");
  check(PQsendDescribePrepared(connection, "find"), "describe");
  const char *value = "l4";
  check(PQsendQueryPrepared(connection, "find", 1, &value, NULL, NULL, 0), "execute");
  check(PQsendFlushRequest(connection), "flush");
  check(PQsendQueryPrepared(connection, "find", 1, &value, NULL, NULL, 0), "execute");
  check(PQsendPrepare(connection, "find", "SELECT 1", 0, NULL), "prepare the same name again");
  check(PQpipelineSync(connection), "sync");
  drain(1);
}

static void single_rows(void) {
  query("SELECT last_name FROM person ORDER BY id LIMIT 5", NULL);
  check(PQpipelineSync(connection), "sync");
  check(PQsetSingleRowMode(connection), "single row mode");
  drain(1);
}

int main(int argc, char **argv) {
  if (argc != 2) return 2;
  connection = PQconnectdb(argv[1]);
  check(PQstatus(connection) == CONNECTION_OK, "connect");
  check(PQenterPipelineMode(connection), "pipeline mode");
  many_in_flight();
  error_in_the_middle();
  named_statement();
  single_rows();
  query("DELETE FROM person", NULL);
  check(PQpipelineSync(connection), "sync");
  drain(1);
  check(PQexitPipelineMode(connection), "exit pipeline mode");
  PQfinish(connection);
  return 0;
}
