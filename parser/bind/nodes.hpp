#pragma once

#include "parser/bind/scope.hpp"

#include <optional>
#include <vector>

namespace pgsegue::parser::bind {

// Expressions. Source of all: transformExprRecurse, PostgreSQL src/backend/parser/parse_expr.c.
void bind_expression(Context& context, const Place& place, const Node* node);
void bind_expressions(Context& context, const Place& place, NodeList nodes);
void bind_column_ref(Context& context, const Place& place, const PgQuery__ColumnRef& ref);
void bind_func_call(Context& context, const Place& place, const PgQuery__FuncCall& call);
void bind_indirection(Context& context, const Place& place, const PgQuery__AIndirection& node);
void bind_sublink(Context& context, const Place& place, const PgQuery__SubLink& link);
void bind_row(Context& context, const Place& place, const PgQuery__RowExpr& row);
void bind_type_cast(Context& context, const Place& place, const PgQuery__TypeCast& cast);
/// The rows that values of the type are, or hold; none if it is no row type or composite type, nor an array
/// of one. `token`: where its name begins, if the tree does not say.
RowType bind_type_name(Context& context, const PgQuery__TypeName* type,
                       std::optional<std::size_t> token = std::nullopt);
/// A type that a user may have made, by its name, which starts at `token`: 0 if there is none. Nothing: the
/// name is not one of those.
std::optional<TypeId> use_type(Context& context, NodeList names, std::optional<std::size_t> token);
/// The same where there has to be one: else the server gives an error at `location`, if that is not negative.
/// A name that is none of those counts for its schema.
std::optional<TypeId> use_needed_type(Context& context, NodeList names, std::optional<std::size_t> token,
                                      bool is_array, std::int32_t location);
/// A constant, if it is one, that is read as the name of a type.
void use_type_text(Context& context, const Node* constant);
/// A cast that is written as a call; false: it is none.
bool bind_type_call(Context& context, const Place& place, const PgQuery__FuncCall& call);
void bind_xml(Context& context, const Place& place, const PgQuery__XmlExpr& xml);
void bind_window(Context& context, const Place& place, const PgQuery__WindowDef* window);

/// Adds a reference to a column that was found, with what its edits need.
ReferenceIndex add_column(Context& context, const Place& place, const ColumnLookup& found,
                          std::vector<TokenRange> parts);
ReferenceIndex add_problem(Context& context, Role role, Problem problem);

// Rows as values.
/// Adds a row of a named type that an expression, bound before, gives by itself: a call, a cast, a parameter.
void add_value(Context& context, const Place& place, const void* node, RowValue row);
RowValue row_of_item(const Context& context, ItemIndex index);
/// The relation whose rows a function of the database returns; null: it does not, or that is not known.
const Relation* relation_returned(const Context& context, const PgQuery__FuncCall& call);
/// What is known of an expression already bound.
RowValue row_of(const Context& context, const Node* node);
/// The rows that the references from `first` to `last` hand on as a result: they are harmless where its type
/// is known, because then the uses of the result are judged.
void settle_results(Context& context, std::size_t first, std::size_t last, bool is_known,
                    RowUse use = RowUse::harmless);
/// `(value).*` in a list of result columns. Empty: it is not that, or not known; nothing is bound then.
std::optional<std::vector<OutputColumn>> bind_field_star(Context& context, const Place& place,
                                                         const PgQuery__ResTarget& target);

// Names of other things than relations and columns.
/// The schema of the name of a function, type, operator or collation, which starts at `token`.
void use_schema(Context& context, NodeList names, std::optional<std::size_t> token);
void bind_variable_set(Context& context, const PgQuery__VariableSetStmt& set);
void bind_variable_show(Context& context, const PgQuery__VariableShowStmt& show);
/// A call that may set or show the search path.
void bind_path_function(Context& context, const Place& place, const PgQuery__FuncCall& call);
/// A call of a function of the system's that reads names from its arguments.
/// Its parameter uses begin at `first_parameter`.
void bind_name_reader(Context& context, const Place& place, const PgQuery__FuncCall& call,
                      std::size_t first_parameter);
/// True if this is one that needs no more of a regclass among its arguments than the oid.
bool reads_oids(const PgQuery__FuncCall& call);
/// An argument of EXECUTE for parameter `number` of a statement that uses its parameters so.
void bind_executed_argument(Context& context, NodeList arguments, std::uint32_t number,
                            std::span<const ParameterUse> uses);
/// The parameters have these types: of some of them every value is a name.
void type_parameters(Context& context, NodeList types);
/// Which parameters are names is known: forgets them if none is.
void finish_parameters(Context& context);
/// CURRENT_SCHEMA and its like.
void bind_value_function(Context& context, const Place& place, const PgQuery__SQLValueFunction& function);

// Result columns. Source: parse_target.c.
struct OutputName {
  Identifier name;
  int strength = 0;  ///< 0: none, 1: from a type, 2: from the expression proper
  std::optional<BaseColumn> base;
  TypeId type{};                            ///< whose name it is
  std::optional<RelationId> row_type = {};  ///< it is the name of this relation's row type
};
/// The name of a result column without alias. Call it after the expression is bound.
OutputName figure_output_name(const Context& context, const Node* node);
QueryColumns bind_target_list(Context& context, const Place& place, NodeList targets);
/// True if the node is `*` or `t.*`.
bool is_star_reference(const Node* node);
/// Expands the star and returns what it adds to the result.
std::vector<OutputColumn> bind_star(Context& context, const Place& place, const PgQuery__ColumnRef& ref,
                                    bool names_matter);
/// All columns of an item, written as these tokens.
std::vector<OutputColumn> bind_item_star(Context& context, const Place& place, const ItemLookup& found,
                                         TokenRange tokens);

// Clauses. Source: parse_clause.c.
using Outputs = std::vector<OutputColumn>;
void bind_sort_clause(Context& context, const Place& place, NodeList items, const Outputs& outputs);
void bind_group_clause(Context& context, const Place& place, NodeList items, const Outputs& outputs);
void bind_distinct_clause(Context& context, const Place& place, NodeList items, const Outputs& outputs);
void bind_plain_sort(Context& context, const Place& place, NodeList items);
void bind_locking(Context& context, const Place& place, NodeList clauses);

// FROM. Source: transformFromClauseItem, parse_clause.c. Each returns the item that stands for the whole and
// adds what becomes visible to `names`.
void bind_from_clause(Context& context, Scope& scope, NodeList items);
/// Two items of one name are an error, unless they are tables of different schemas without aliases.
/// Source: checkNameSpaceConflicts, parse_relation.c.
void check_name_conflicts(Context& context, const Namespace& left, const Namespace& right);
ItemIndex bind_from_item(Context& context, Scope& scope, const Node& node, Namespace& names);
ItemIndex bind_range_var(Context& context, Scope& scope, const PgQuery__RangeVar& range, Namespace& names);
ItemIndex bind_range_subselect(Context& context, Scope& scope, const PgQuery__RangeSubselect& range,
                               Namespace& names);
ItemIndex bind_range_function(Context& context, Scope& scope, const PgQuery__RangeFunction& range,
                              Namespace& names);
ItemIndex bind_range_table_func(Context& context, Scope& scope, const PgQuery__RangeTableFunc& range,
                                Namespace& names);
ItemIndex bind_join(Context& context, Scope& scope, const PgQuery__JoinExpr& join, Namespace& names);
/// A relation of the catalog (or a temporary or missing one) as a new item; WITH queries are not considered.
RangeItem make_relation_item(Context& context, const PgQuery__RangeVar& range);
/// The target of INSERT, UPDATE, DELETE or COPY, added to the range table but not made visible.
ItemIndex bind_target_relation(Context& context, Scope& scope, const PgQuery__RangeVar& range);
/// Names the item and the first of its columns.
void apply_alias(RangeItem& item, const PgQuery__Alias* alias);
/// Notes the error of an alias list that is too long. Source: buildRelationAliases, parse_relation.c.
void judge_alias(Context& context, const RangeItem& item, const PgQuery__Alias* alias);
/// The columns of a query as an item of that index.
void set_query_columns(RangeItem& item, ItemIndex index, const QueryColumns& columns);

// Queries. Each adds a level below `parent`.
void bind_with(Context& context, Scope& scope, const PgQuery__WithClause* with);
void bind_common_table(Context& context, CommonTable& table);
QueryColumns bind_select(Context& context, Scope* parent, const PgQuery__SelectStmt& select,
                         CommonTable* self = nullptr);
QueryColumns bind_set_operation(Context& context, Scope& scope, const PgQuery__SelectStmt& select,
                                CommonTable* self);
/// ORDER BY and LIMIT over the result of VALUES or a set operation.
void bind_result_clauses(Context& context, Scope& scope, const PgQuery__SelectStmt& select,
                         const QueryColumns& columns);
/// The first arm of a recursive query is bound: its columns are what the query sees of itself.
void set_self_columns(CommonTable& table, const QueryColumns& first_arm);
QueryColumns bind_values(Context& context, Scope& scope, const PgQuery__SelectStmt& select);
QueryColumns bind_insert(Context& context, Scope* parent, const PgQuery__InsertStmt& insert);
QueryColumns bind_update(Context& context, Scope* parent, const PgQuery__UpdateStmt& update);
QueryColumns bind_delete(Context& context, Scope* parent, const PgQuery__DeleteStmt& del);
QueryColumns bind_merge(Context& context, Scope* parent, const PgQuery__MergeStmt& merge);
void bind_on_conflict(Context& context, Scope& scope, ItemIndex target,
                      const PgQuery__OnConflictClause& clause);
void bind_set_list(Context& context, Scope& scope, ItemIndex target, NodeList assignments,
                   bool in_merge = false);
/// A column of a statement's target by name, as INSERT's list and SET name it.
ReferenceIndex bind_target_column(Context& context, Role role, ItemIndex target, const Identifier& name,
                                  std::optional<std::uint32_t> location, std::vector<TokenRange> parts);
/// A column of a list of INSERT's or SET's columns, with what selects a part of its value.
WrittenColumn bind_assigned_column(Context& context, Scope& scope, Role role, ItemIndex target,
                                   const PgQuery__ResTarget& column);
/// The column list of INSERT.
std::vector<WrittenColumn> bind_insert_columns(Context& context, Scope& scope, ItemIndex target,
                                               NodeList columns);
/// INSERT without a column list fills as many columns, from the first on, as there are values.
std::vector<WrittenColumn> add_implicit_columns(Context& context, ItemIndex target, std::size_t values,
                                                std::optional<TokenIndex> at);
/// Makes the target of UPDATE or DELETE visible before FROM is bound.
void show_target(Scope& scope, ItemIndex target);
/// SELECT, VALUES, INSERT, UPDATE, DELETE, MERGE or EXECUTE; anything else is a doubt.
QueryColumns bind_query(Context& context, Scope* parent, const Node* node);

// Statements that are not queries.
void bind_copy(Context& context, const PgQuery__CopyStmt& copy);
void bind_truncate(Context& context, const PgQuery__TruncateStmt& truncate);
void bind_lock(Context& context, const PgQuery__LockStmt& lock);
void bind_vacuum(Context& context, const PgQuery__VacuumStmt& vacuum);
void bind_create_as(Context& context, const PgQuery__CreateTableAsStmt& create);
/// What SELECT INTO and CREATE TABLE AS make.
void bind_into(Context& context, const PgQuery__IntoClause* into);
void bind_view(Context& context, const PgQuery__ViewStmt& view);
void bind_index(Context& context, const PgQuery__IndexStmt& index);
void bind_create_table(Context& context, const PgQuery__CreateStmt& create);
void bind_partition_bound(Context& context, const PgQuery__PartitionBoundSpec* bound);
void bind_alter_table(Context& context, const PgQuery__AlterTableStmt& alter);
void bind_comment(Context& context, const PgQuery__CommentStmt& comment);
void bind_security_label(Context& context, const PgQuery__SecLabelStmt& label);
void bind_drop(Context& context, const PgQuery__DropStmt& drop);
void bind_rename(Context& context, const PgQuery__RenameStmt& rename);
void bind_set_schema(Context& context, const PgQuery__AlterObjectSchemaStmt& alter);
/// The options of CREATE and ALTER SEQUENCE.
void bind_sequence(Context& context, NodeList options);
void bind_grant(Context& context, const PgQuery__GrantStmt& grant);
void bind_trigger(Context& context, const PgQuery__CreateTrigStmt& trigger);
void bind_create_policy(Context& context, const PgQuery__CreatePolicyStmt& policy);
void bind_alter_policy(Context& context, const PgQuery__AlterPolicyStmt& policy);
void bind_statistics(Context& context, const PgQuery__CreateStatsStmt& statistics);
void bind_published(Context& context, NodeList objects);
void bind_function(Context& context, const PgQuery__CreateFunctionStmt& function);
void bind_set_constraints(Context& context, const PgQuery__ConstraintsSetStmt& set);
void bind_create_domain(Context& context, const PgQuery__CreateDomainStmt& create);
void bind_alter_domain(Context& context, const PgQuery__AlterDomainStmt& alter);
void bind_create_enum(Context& context, const PgQuery__CreateEnumStmt& create);
void bind_alter_enum(Context& context, const PgQuery__AlterEnumStmt& alter);
void bind_create_range(Context& context, const PgQuery__CreateRangeStmt& create);
void bind_rule(Context& context, const PgQuery__RuleStmt& rule);
void bind_create_composite(Context& context, const PgQuery__CompositeTypeStmt& create);
void bind_alter_type(Context& context, const PgQuery__AlterTypeStmt& alter);
void bind_create_cast(Context& context, const PgQuery__CreateCastStmt& create);
void bind_define(Context& context, const PgQuery__DefineStmt& define);
void bind_owner(Context& context, const PgQuery__AlterOwnerStmt& alter);
/// Statements that define, describe or remove something. False: it is none of them.
bool bind_definition_statement(Context& context, const Node& node);
void bind_statement_node(Context& context, const Node* node);

}  // namespace pgsegue::parser::bind
