#include "rules/error_translation.hpp"

#include "rules/build_snapshot.hpp"
#include "rules/load_rules.hpp"
#include "tests/rules/catalog_text.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace pgsegue::rules {
namespace {

// The server has people.surname and people."GivenName"; version v1 says person.last_name and
// person.first_name. The trap: account has a last_name and a surname in every version.
constexpr const char* shop_catalog = R"(
# catalog: people(id, GivenName, surname)
# catalog: account(id, person_id, last_name, surname)
# catalog: note(id, body, text)
# catalog: people_2024(id, GivenName, surname) inherits people
# catalog: people_check: c of people
# catalog: people_key: u of people
# catalog: people_check: c of people_2024
# catalog: people_check: c of account
# catalog: type feeling
# catalog: type Cost
# catalog: type value
)";
constexpr const char* shop_rules = R"(
database: shop
versions:
  - name: v1
  - name: v2
    changes:
      - rename_table: { from: person, to: people }
      - rename_column: { table: person, from: last_name, to: surname }
      - rename_column: { table: person, from: first_name, to: '"GivenName"' }
      - rename_column: { table: note, from: body, to: text, expanded: true }
      - rename_constraint: { table: person, from: person_check, to: people_check }
      - rename_constraint: { table: person, from: '"Person Key"', to: people_key }
      - rename_type: { from: mood, to: feeling }
      - rename_type: { from: price, to: '"Cost"' }
      - rename_type: { from: amount, to: value }
)";

using fields = std::map<char, std::string>;

class error_translation : public testing::Test {
 protected:
  error_translation() {
    built = build_snapshot(catalog_of(shop_catalog), parse_rules(shop_rules, "t.yaml").rules, 1);
  }

  /// The statement that the message is about, and what every token of a text became.
  void about(std::string statement, const std::map<std::string, std::string>& replacements = {}) {
    original = std::move(statement);
    ASSERT_EQ(parser::scan(original, {}, tokens), parser::ScanStatus::ok);
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      const auto found = replacements.find(std::string(parser::text_of(original, tokens[i])));
      if (found != replacements.end()) program.edits.push_back({parser::TokenIndex{i}, 1, found->second});
    }
  }

  /// The message as a client of v1 gets it; the same map if nothing needed translation.
  fields translate(const fields& message, bool utf8 = true) const {
    ErrorFields view;
    for (const auto& [type, value] : message)
      view.fields.push_back({type, value});
    const VersionView& v1 = built.snapshot->version(VersionIndex{0});
    std::string out = "kept";
    if (!translate_error({view, v1, original, tokens, &program, utf8}, out)) {
      EXPECT_EQ(out, "kept");
      return message;
    }
    fields translated;
    for (std::size_t at = 4; at < out.size();) {
      const std::size_t end = out.find('\0', at);
      translated[out[at]] = out.substr(at + 1, end - at - 1);
      at = end + 1;
    }
    return translated;
  }

  std::string message(const std::string& sqlstate, const std::string& text) const {
    return translate({{'C', sqlstate}, {'M', text}}).at('M');
  }
  std::string detail(const std::string& sqlstate, const std::string& text,
                     const std::string& table = "people", const std::string& error = "") const {
    return translate({{'C', sqlstate}, {'M', error}, {'D', text}, {'s', "public"}, {'t', table}}).at('D');
  }

  BuiltSnapshot built;
  std::string original;
  std::vector<parser::Token> tokens;
  EditProgram program;
};

TEST_F(error_translation, fields_speak_of_the_clients_table_and_column) {
  const fields translated = translate({{'C', "23502"},
                                       {'M',
                                        "null value in column \"surname\" of relation \"people\" violates "
                                        "not-null constraint"},
                                       {'D', "Failing row contains (10, a, null)."},
                                       {'s', "public"},
                                       {'t', "people"},
                                       {'c', "surname"}});
  EXPECT_EQ(translated.at('M'),
            "null value in column \"last_name\" of relation \"person\" violates not-null constraint");
  EXPECT_EQ(translated.at('D'), "Failing row contains (10, a, null).");
  EXPECT_EQ(translated.at('s'), "public");
  EXPECT_EQ(translated.at('t'), "person");
  EXPECT_EQ(translated.at('c'), "last_name");
  EXPECT_EQ(translated.at('C'), "23502");
}

TEST_F(error_translation, constraint_names_stay) {
  const fields translated = translate({{'C', "23505"},
                                       {'M', "duplicate key value violates unique constraint \"people\""},
                                       {'D', "Key (id)=(1) already exists."},
                                       {'s', "public"},
                                       {'t', "people"},
                                       {'n', "people"}});
  EXPECT_EQ(translated.at('n'), "people");
  EXPECT_EQ(translated.at('M'), "duplicate key value violates unique constraint \"people\"");
  EXPECT_EQ(translated.at('t'), "person");
}

TEST_F(error_translation, constraints_by_the_fields) {
  const auto violation = [&](const char* table, const char* text, const char* name) {
    return translate({{'C', "23514"}, {'M', text}, {'s', "public"}, {'t', table}, {'n', name}});
  };
  const fields own = violation(
      "people", "new row for relation \"people\" violates check constraint \"people_check\"", "people_check");
  EXPECT_EQ(own.at('M'), "new row for relation \"person\" violates check constraint \"person_check\"");
  EXPECT_EQ(own.at('n'), "person_check");
  const fields key =
      violation("people", "doppelter Schl\u00fcsselwert verletzt Unique-Constraint \u00bbpeople_key\u00ab",
                "people_key");
  EXPECT_EQ(key.at('M'), "doppelter Schl\u00fcsselwert verletzt Unique-Constraint \u00bbPerson Key\u00ab");
  EXPECT_EQ(key.at('n'), "Person Key");
  EXPECT_EQ(violation("people_2024", "check constraint \"people_check\"", "people_check").at('n'),
            "person_check");
  const fields other = violation("account", "check constraint \"people_check\"", "people_check");
  EXPECT_EQ(other.at('M'), "check constraint \"people_check\"");
  EXPECT_EQ(other.at('n'), "people_check");
}

TEST_F(error_translation, constraints_of_domains_stay) {
  const fields domain = translate({{'C', "23514"},
                                   {'M', "value for domain price violates check constraint \"people_key\""},
                                   {'s', "public"},
                                   {'d', "price"},
                                   {'n', "people_key"}});
  EXPECT_EQ(domain.at('M'), "value for domain price violates check constraint \"people_key\"");
  EXPECT_EQ(domain.at('n'), "people_key");
}

TEST_F(error_translation, constraints_by_the_message) {
  EXPECT_EQ(
      message("42809", "constraint \"people_check\" of relation \"people\" is not a foreign key constraint"),
      "constraint \"person_check\" of relation \"person\" is not a foreign key constraint");
  EXPECT_EQ(message("42704", "constraint \"people_check\" for table \"account\" does not exist"),
            "constraint \"people_check\" for table \"account\" does not exist");
  EXPECT_EQ(message("42809", "constraint \"people_key\" is not deferrable"),
            "constraint \"Person Key\" is not deferrable");
  EXPECT_EQ(message("42704", "index \"people_key\" does not exist"), "index \"Person Key\" does not exist");
}

TEST_F(error_translation, descriptions_name_objects_as_sql_does) {
  EXPECT_EQ(message("2BP01",
                    "cannot drop constraint people_key on table people because other objects depend on it"),
            "cannot drop constraint \"Person Key\" on table person because other objects depend on it");
  EXPECT_EQ(message("2BP01", "constraint a on table account depends on index people_key"),
            "constraint a on table account depends on index \"Person Key\"");
  EXPECT_EQ(message("00000", "drop cascades to column \"GivenName\" of table public.people"),
            "drop cascades to column first_name of table public.person");
}

TEST_F(error_translation, types_as_sql_writes_them) {
  EXPECT_EQ(message("22P02", "invalid input value for enum feeling: \"feeling\""),
            "invalid input value for enum mood: \"feeling\"");
  EXPECT_EQ(message("23514", "value for domain \"Cost\" violates check constraint \"c\""),
            "value for domain price violates check constraint \"c\"");
  EXPECT_EQ(
      message("42804", "column \"feeling\" is of type feeling but expression is of type public.\"Cost\"[]"),
      "column \"feeling\" is of type mood but expression is of type public.price[]");
  EXPECT_EQ(message("42883", "operator does not exist: feeling = integer"),
            "operator does not exist: mood = integer");
  EXPECT_EQ(message("42883", "function feeling(integer, feeling[], \"Cost\") does not exist"),
            "function mood(integer, mood[], price) does not exist");
  EXPECT_EQ(message("42846", "cannot cast type feeling to \"Cost\""), "cannot cast type mood to price");
  EXPECT_EQ(message("42804", "UNION types integer and feeling cannot be matched"),
            "UNION types integer and mood cannot be matched");
  EXPECT_EQ(message("42804", "Spalte \u00bbx\u00ab hat Typ feeling, aber der Ausdruck hat Typ integer"),
            "Spalte \u00bbx\u00ab hat Typ mood, aber der Ausdruck hat Typ integer");
}

TEST_F(error_translation, types_by_their_raw_names) {
  EXPECT_EQ(message("42710", "type \"Cost\" already exists"), "type \"price\" already exists");
  const fields domain = translate(
      {{'C', "23502"}, {'M', "domain \"Cost\" does not allow null values"}, {'s', "public"}, {'d', "Cost"}});
  EXPECT_EQ(domain.at('M'), "domain price does not allow null values");
  EXPECT_EQ(domain.at('d'), "price");
}

TEST_F(error_translation, words_that_are_names_of_types_too) {
  EXPECT_EQ(message("42804", "array value must have a value of type value"),
            "array value must have a value of type amount");
  EXPECT_EQ(message("22P02", "feeling: \"feeling\""), "feeling: \"feeling\"");
  EXPECT_EQ(message("2BP01",
                    "cannot drop view feeling because table feeling depends on f(feeling) and type feeling"),
            "cannot drop view feeling because table feeling depends on f(mood) and type mood");
}

TEST_F(error_translation, an_error_about_an_unaffected_table_is_left_as_it_is) {
  const fields about_account = {{'C', "23502"},
                                {'M',
                                 "null value in column \"surname\" of relation \"account\" violates "
                                 "not-null constraint"},
                                {'s', "public"},
                                {'t', "account"},
                                {'c', "surname"}};
  about("INSERT INTO account SELECT last_name FROM person", {{"last_name", "surname"}, {"person", "people"}});
  EXPECT_EQ(translate(about_account), about_account);
}

TEST_F(error_translation, a_partition_has_the_columns_of_its_parent) {
  EXPECT_EQ(translate({{'C', "23502"}, {'s', "public"}, {'t', "people_2024"}, {'c', "surname"}}).at('c'),
            "last_name");
}

TEST_F(error_translation, keys_of_an_index_are_sql) {
  EXPECT_EQ(detail("23505", "Key (surname, \"GivenName\")=(Turing, Alan) already exists."),
            "Key (last_name, first_name)=(Turing, Alan) already exists.");
  EXPECT_EQ(detail("23505", "Key (lower(surname))=(turing) already exists."),
            "Key (lower(last_name))=(turing) already exists.");
}

TEST_F(error_translation, values_in_a_key_are_left_alone) {
  EXPECT_EQ(detail("23505", "Key (surname)=(surname \"people\" (surname)=(x) already exists."),
            "Key (last_name)=(surname \"people\" (surname)=(x) already exists.");
  EXPECT_EQ(detail("23514", "Failing row contains (1, \"surname\", (surname) = (x))."),
            "Failing row contains (1, \"surname\", (surname) = (x)).");
}

TEST_F(error_translation, exclusion_names_its_key_twice) {
  EXPECT_EQ(detail("23P01", "Key (surname)=(a) conflicts with existing key (surname)=(b)."),
            "Key (last_name)=(a) conflicts with existing key (last_name)=(b).");
  EXPECT_EQ(detail("23P01", "Key (surname)=(a) conflicts with another."),
            "Key (last_name)=(a) conflicts with another.");
}

TEST_F(error_translation, a_row_with_its_columns_named) {
  EXPECT_EQ(detail("23514", "Failing row contains (id, surname) = (1, x)."),
            "Failing row contains (id, last_name) = (1, x).");
}

TEST_F(error_translation, a_partition_key_is_sql) {
  EXPECT_EQ(
      detail("23514", "Partition key of the failing row contains (\"GivenName\", lower(surname)) = (a, b)."),
      "Partition key of the failing row contains (first_name, lower(last_name)) = (a, b).");
}

TEST_F(error_translation, foreign_key_to_a_renamed_table) {
  const std::string error =
      "insert or update on table \"account\" violates foreign key constraint \"account_person_id_fkey\"";
  EXPECT_EQ(detail("23503", "Key (person_id)=(999) is not present in table \"people\".", "account", error),
            "Key (person_id)=(999) is not present in table \"person\".");
  EXPECT_EQ(detail("23503", "Key (surname)=(people) is not present in table \"people\".", "account", error),
            "Key (surname)=(people) is not present in table \"person\".");
}

TEST_F(error_translation, foreign_key_from_another_table) {
  const fields translated =
      translate({{'C', "23503"},
                 {'M',
                  "update or delete on table \"people\" violates foreign key constraint \"fk\" on table "
                  "\"account\""},
                 {'D', "Key (GivenName, surname)=(a, b) is still referenced from table \"account\"."},
                 {'s', "public"},
                 {'t', "account"}});
  EXPECT_EQ(
      translated.at('M'),
      "update or delete on table \"person\" violates foreign key constraint \"fk\" on table \"account\"");
  EXPECT_EQ(translated.at('D'),
            "Key (first_name, last_name)=(a, b) is still referenced from table \"account\".");
  EXPECT_EQ(translated.at('t'), "account");
}

TEST_F(error_translation, foreign_key_to_a_table_called_like_a_column) {
  EXPECT_EQ(detail("23503", "Key (id)=(1) is still referenced from table \"people\".", "people",
                   "update or delete on table \"people\" violates foreign key constraint \"fk\""),
            "Key (id)=(1) is still referenced from table \"person\".");
}

TEST_F(error_translation, a_name_of_the_clients_that_was_replaced_is_not_in_the_way) {
  const std::string text = "column \"surname\" is ambiguous";
  about("SELECT surname, last_name FROM person", {{"last_name", "surname"}, {"person", "people"}});
  EXPECT_EQ(message("42702", text), text);
  program.edits.clear();
  about("SELECT surname, last_name FROM person",
        {{"surname", "other"}, {"last_name", "surname"}, {"person", "people AS person"}});
  EXPECT_EQ(message("42702", text), "column \"last_name\" is ambiguous");
  EXPECT_EQ(message("42809", "cannot change materialized view \"people\""),
            "cannot change materialized view \"person\"");
}

TEST_F(error_translation, what_a_statement_writes_to_tells_whose_the_column_is) {
  const std::string text = "column \"surname\" is of type text but expression is of type integer";
  about("INSERT INTO account SELECT id, 1, last_name FROM person",
        {{"last_name", "surname"}, {"person", "people"}});
  EXPECT_EQ(message("42804", text), text);
  program.edits.clear();
  about("UPDATE public.person SET last_name = a.id FROM account a RETURNING surname",
        {{"last_name", "surname"}, {"person", "people AS person"}});
  EXPECT_EQ(message("42804", text), "column \"last_name\" is of type text but expression is of type integer");
  EXPECT_EQ(message("42601", "multiple assignments to same column \"surname\""),
            "multiple assignments to same column \"last_name\"");
  EXPECT_EQ(message("42804", "cannot assign to field \"surname\" of column \"GivenName\" because"),
            "cannot assign to field \"surname\" of column \"first_name\" because");
}

TEST_F(error_translation, an_alias_list_that_was_completed_speaks_of_the_clients_names) {
  about("SELECT surname FROM person p (id)", {{"person", "people"}, {")", ", first_name, last_name)"}});
  EXPECT_EQ(message("42703", "column \"surname\" does not exist"), "column \"surname\" does not exist");
}

TEST_F(error_translation, qualified_by_an_alias) {
  about("SELECT p.last_name, count(*) FROM person AS p", {{"last_name", "surname"}, {"person", "people"}});
  EXPECT_EQ(message("42803",
                    "column \"p.surname\" must appear in the GROUP BY clause or be used in an "
                    "aggregate function"),
            "column \"p.last_name\" must appear in the GROUP BY clause or be used in an aggregate function");
}

TEST_F(error_translation, qualified_by_the_table) {
  about("SELECT last_name, count(*) FROM person", {{"last_name", "surname"}, {"person", "people"}});
  EXPECT_EQ(message("42803", "column \"people.surname\" must appear in the GROUP BY clause"),
            "column \"person.last_name\" must appear in the GROUP BY clause");
  EXPECT_EQ(message("42803", "column \"person.surname\" must appear in the GROUP BY clause"),
            "column \"person.last_name\" must appear in the GROUP BY clause");
}

TEST_F(error_translation, dotted_names_without_quotes) {
  about("SELECT p.last_name FROM person p", {{"last_name", "surname"}, {"person", "people"}});
  EXPECT_EQ(message("42703", "column p.surname does not exist"), "column p.last_name does not exist");
}

TEST_F(error_translation, the_other_tables_column_of_the_same_name_stays) {
  about("SELECT a.surname, p.last_name FROM account a JOIN person p ON true", {{"last_name", "surname"}});
  EXPECT_EQ(message("42803", "column \"a.surname\" must appear in the GROUP BY clause"),
            "column \"a.surname\" must appear in the GROUP BY clause");
  EXPECT_EQ(message("42804", "column \"surname\" is of type text but expression is of type integer"),
            "column \"surname\" is of type text but expression is of type integer");
}

TEST_F(error_translation, an_alias_used_for_two_tables_is_not_certain) {
  about("SELECT p.last_name FROM person p WHERE EXISTS (SELECT FROM account p WHERE p.surname = '')");
  EXPECT_EQ(message("42803", "column \"p.surname\" must appear"), "column \"p.surname\" must appear");
}

TEST_F(error_translation, a_constant_that_was_rewritten_names_a_table) {
  const std::string text = "column \"surname\" is of another type";
  about("SELECT has_column_privilege('public.person', 'last_name', '')", {{"'last_name'", "'surname'"}});
  EXPECT_EQ(message("42804", text), text);
  about("SELECT has_column_privilege('public.person', 'last_name', '')",
        {{"'public.person'", "'public.people'"}});
  EXPECT_EQ(message("42804", text), "column \"last_name\" is of another type");
}

TEST_F(error_translation, a_column_the_client_did_not_write_is_one_we_wrote) {
  about("UPDATE person SET last_name = 1", {{"last_name", "surname"}, {"person", "people"}});
  EXPECT_EQ(message("42804", "column \"surname\" is of type text but expression is of type integer"),
            "column \"last_name\" is of type text but expression is of type integer");
}

TEST_F(error_translation, values_are_no_names) {
  about("SELECT last_name::int FROM person", {{"last_name", "surname"}, {"person", "people"}});
  EXPECT_EQ(message("22P02", "invalid input syntax for type integer: \"surname\""),
            "invalid input syntax for type integer: \"surname\"");
  EXPECT_EQ(message("22P02", "invalid input syntax for type json: \"people.surname\""),
            "invalid input syntax for type json: \"people.surname\"");
  EXPECT_EQ(message("P0001", "column \"surname\" of relation \"people\" is bad"),
            "column \"surname\" of relation \"people\" is bad");
}

TEST_F(error_translation, names_of_other_things_stay) {
  about("SELECT last_name FROM person", {{"last_name", "surname"}, {"person", "people"}});
  EXPECT_EQ(message("42883", "function \"surname\" does not exist"), "function \"surname\" does not exist");
  EXPECT_EQ(message("42601", "syntax error at or near \"surname\""), "syntax error at or near \"surname\"");
}

TEST_F(error_translation, a_table_without_the_right) {
  about("SELECT 1 FROM person", {{"person", "people"}});
  EXPECT_EQ(message("42501", "permission denied for table people"), "permission denied for table person");
  EXPECT_EQ(message("42501", "permission denied for table account"), "permission denied for table account");
}

TEST_F(error_translation, dependent_objects) {
  const std::string dependency =
      "constraint people_fkey on table account depends on column surname of table people\n"
      "view people_view depends on table people";
  const fields translated = translate({{'C', "2BP01"},
                                       {'M', "cannot drop table people because other objects depend on it"},
                                       {'D', dependency}});
  EXPECT_EQ(translated.at('M'), "cannot drop table person because other objects depend on it");
  EXPECT_EQ(translated.at('D'),
            "constraint people_fkey on table account depends on column last_name of table person\n"
            "view people_view depends on table person");
}

TEST_F(error_translation, other_languages) {
  about("UPDATE person p SET last_name = 1", {{"last_name", "surname"}, {"person", "people"}});
  EXPECT_EQ(message("42804", "Spalte »surname« hat Typ text, aber der Ausdruck hat Typ integer"),
            "Spalte »last_name« hat Typ text, aber der Ausdruck hat Typ integer");
  EXPECT_EQ(message("42501", "keine Berechtigung für Tabelle people"),
            "keine Berechtigung für Tabelle person");
  EXPECT_EQ(message("42703", "la colonne « p.surname » n'existe pas"),
            "la colonne « p.last_name » n'existe pas");
  EXPECT_EQ(detail("23503", "Schlüssel (surname)=(x) wird noch aus Tabelle »people« verwiesen.", "account",
                   "Aktualisieren oder Löschen in Tabelle »people« verletzt …"),
            "Schlüssel (last_name)=(x) wird noch aus Tabelle »people« verwiesen.");
}

TEST_F(error_translation, behind_a_list_of_aliases_the_server_says_the_clients_names) {
  about("SELECT p.surname FROM person p", {{"person", "people"}});
  program.edits.push_back(
      {parser::TokenIndex{static_cast<std::uint32_t>(tokens.size())}, 0, "(id, first_name, last_name)"});
  const fields message = {{'C', "42703"},
                          {'M', "column p.surname does not exist"},
                          {'H', "Perhaps you meant to reference the column \"p.last_name\"."},
                          {'P', "8"}};
  EXPECT_EQ(translate(message), message);
}

TEST_F(error_translation, hints_are_translated) {
  about("SELECT p.lastname FROM person p");
  const fields hinted = {{'C', "42703"},
                         {'M', "column p.lastname does not exist"},
                         {'H', "Perhaps you meant to reference the column \"p.surname\"."}};
  EXPECT_EQ(translate(hinted).at('H'), "Perhaps you meant to reference the column \"p.last_name\".");
}

TEST_F(error_translation, a_hint_of_a_column_this_version_does_not_have_is_dropped) {
  about("SELECT n.txt FROM note n");
  const fields hinted = {{'C', "42703"},
                         {'M', "column n.txt does not exist"},
                         {'H', "Perhaps you meant to reference the column \"n.text\"."}};
  const fields translated = translate(hinted);
  EXPECT_FALSE(translated.contains('H'));
  EXPECT_EQ(translated.at('M'), "column n.txt does not exist");
}

TEST_F(error_translation, a_column_that_is_written_along_is_the_one_the_client_wrote) {
  about("INSERT INTO note VALUES ($1, $2)");
  const fields missing = {
      {'C', "23502"},
      {'s', "public"},
      {'t', "note"},
      {'c', "text"},
      {'M', "null value in column \"text\" of relation \"note\" violates not-null constraint"}};
  const fields translated = translate(missing);
  EXPECT_EQ(translated.at('c'), "body");
  EXPECT_EQ(translated.at('M'),
            "null value in column \"body\" of relation \"note\" violates not-null constraint");
  const fields twice = {{'C', "23505"},
                        {'s', "public"},
                        {'t', "note"},
                        {'n', "note_text_key"},
                        {'M', "duplicate key value violates unique constraint \"note_text_key\""},
                        {'D', "Key (text)=(a) already exists."}};
  EXPECT_EQ(translate(twice).at('D'), "Key (body)=(a) already exists.");
}

TEST_F(error_translation, contexts_translate_only_what_is_marked) {
  about("UPDATE person SET last_name = ''", {{"last_name", "surname"}, {"person", "people"}});
  EXPECT_EQ(translate({{'C', "40P01"}, {'W', "while updating tuple (0,1) in relation \"people\""}}).at('W'),
            "while updating tuple (0,1) in relation \"person\"");
  const fields internal = {{'C', "22012"}, {'W', "SQL statement \"SELECT surname FROM people\""}};
  EXPECT_EQ(translate(internal), internal);
}

TEST_F(error_translation, positions_follow_the_edits_back) {
  about("SELECT last_name, nope FROM person", {{"last_name", "surname AS last_name"}, {"person", "people"}});
  // SELECT surname AS last_name, nope FROM people
  EXPECT_EQ(translate({{'C', "42703"}, {'P', "30"}}).at('P'), "19");
  EXPECT_EQ(translate({{'C', "42703"}, {'P', "8"}}).at('P'), "8");
  EXPECT_EQ(translate({{'C', "42703"}, {'P', "20"}}).at('P'), "8");
  EXPECT_EQ(translate({{'C', "42P01"}, {'P', "40"}}).at('P'), "29");
}

TEST_F(error_translation, positions_count_characters) {
  about("SELECT 'ä', last_name, nope FROM person", {{"last_name", "\"Größe\""}});
  // SELECT 'ä', "Größe", nope FROM person
  EXPECT_EQ(translate({{'C', "42703"}, {'P', "22"}}).at('P'), "24");
  // In an encoding of single bytes, the same bytes are more characters.
  EXPECT_EQ(translate({{'C', "42703"}, {'P', "25"}}, false).at('P'), "25");
}

TEST_F(error_translation, a_position_that_cannot_be_told_is_dropped) {
  EXPECT_FALSE(translate({{'C', "42703"}, {'P', "8"}}).contains('P'));
  about("SELECT last_name FROM person", {{"last_name", "surname"}});
  EXPECT_FALSE(translate({{'C', "42703"}, {'P', "99"}}).contains('P'));
  EXPECT_FALSE(translate({{'C', "42703"}, {'P', "x"}}).contains('P'));
}

TEST_F(error_translation, a_statement_sent_as_it_was_keeps_its_position) {
  about("SELECT nope FROM person");
  const fields unchanged = {{'C', "42703"}, {'M', "column \"nope\" does not exist"}, {'P', "8"}};
  EXPECT_EQ(translate(unchanged), unchanged);
}

TEST_F(error_translation, survives_messages_without_fields) {
  EXPECT_EQ(translate({}), fields{});
  EXPECT_EQ(translate({{'M', ""}}), (fields{{'M', ""}}));
  EXPECT_EQ(translate({{'M', "\""}, {'D', "(("}, {'H', ")=("}, {'C', ""}}),
            (fields{{'M', "\""}, {'D', "(("}, {'H', ")=("}, {'C', ""}}));
  EXPECT_EQ(detail("23505", ")=("), ")=(");
  EXPECT_EQ(detail("23503", "\"."), "\".");
}

/// Texts made of what messages are made of, in any order and cut anywhere.
std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> parts = {
      "surname", "people", "p.",   "GivenName",   "\"",     "\"", "»",    "«",    "„",    "“",  " column ",
      " table ", "Key (",  ")=(",  ") = (",       ", ",     ".",  "\xC2", "\xA0", "\xFF", " ",  "(",
      ")",       "'",      "text", "\"people\".", "lower(", "é",  "E'\\", "$$",   "--",   "/*", "\xE2\x80"};
  std::string text;
  for (std::size_t n = random() % 12; n > 0; --n)
    text += parts[random() % parts.size()];
  return text.substr(0, text.size() - std::min<std::size_t>(text.size(), random() % 3));
}

TEST_F(error_translation, survives_any_message) {
  std::mt19937 random(20240607);
  const std::vector<std::string> states = {"23505", "23503", "23P01", "42803", "42501",
                                           "2BP01", "",      "4",     "XX000"};
  for (int round = 0; round < 3000; ++round) {
    original = random_text(random);
    if (parser::scan(original, {}, tokens) != parser::ScanStatus::ok) tokens.clear();
    program.edits.clear();
    for (std::uint32_t i = 0; i < tokens.size(); i += 2)
      program.edits.push_back({parser::TokenIndex{i}, 1, random_text(random)});
    fields message = {{'C', states[random() % states.size()]},
                      {'s', "public"},
                      {'t', "people"},
                      {'c', random_text(random)},
                      {'P', std::to_string(random() % 40)}};
    for (const char type : {'M', 'D', 'H', 'W'})
      message[type] = random_text(random);
    const fields translated = translate(message);
    EXPECT_EQ(translated.at('C'), message.at('C'));
    EXPECT_EQ(translated.at('t'), "person");
  }
}

}  // namespace
}  // namespace pgsegue::rules
