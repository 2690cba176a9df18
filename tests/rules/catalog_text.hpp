#pragma once

#include "rules/physical_catalog.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace pgsegue::rules {

/// A catalog from lines such as
///     person(id, first_name, last_name)
///     archive.person(id, -, surname) inherits person
///     people_view(id) is v
///     people_view reads person
///     find_people() returns person
///     random() is volatile
///     person_pkey: p of person
///     type archive.mood
/// Schema public unless given, `-` is a dropped column, `full_name generated` a generated one (also:
/// `identity`, `not null`, `default …`, `type 25`, `modifier 24`, `collation 100`, `action 1`), `is` gives
/// the relkind. `p of` and the like make a constraint by its contype, for p, u and x with its index, and
/// `type` a type. Relation ids count from 1000 in the order of lines; lines that start otherwise than with "#
/// catalog: " are skipped, so that a rule file can carry its catalog in comments.
CatalogRows catalog_rows(std::string_view text);
std::shared_ptr<const PhysicalCatalog> catalog_of(std::string_view text);

/// What a snapshot's versions make of the catalog, one indented line per lens:
///     v1
///       person = people(id, last_name = surname)
///       hidden: archive
/// Columns are listed in order, those of another name with the server's behind "=", hidden ones left out;
/// behind a semicolon what is written beside what a statement names, and behind a semicolon constraints, if
/// some differ. Types follow in lines of their own.
std::string print_views(const class Snapshot& snapshot);

}  // namespace pgsegue::rules
