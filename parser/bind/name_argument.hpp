#pragma once

#include "parser/bind/context.hpp"
#include "parser/bind/name_readers.hpp"
#include "parser/bind/type_kinds.hpp"

#include <cstddef>
#include <optional>

namespace pgsegue::parser::bind {

/// How an expression is read as the name of a relation.
struct NameArgument {
  bool is_text = false;             ///< as text; else as a regclass
  bool is_shown = false;            ///< the name is seen in the result
  std::size_t first_parameter = 0;  ///< parameter uses from here on are the expression's
};

/// Which relation an argument names.
struct NamedRelation {
  std::optional<RelationId> id;  ///< by a constant; 0: one that is not there
  std::uint32_t parameter = 0;   ///< by this parameter; 0: by none
};

/// An expression, already bound, that is read as the name of a relation. A constant is noted as a use of the
/// name, a parameter as one too; of anything else it is judged where the name may come from.
NamedRelation use_relation(Context& context, const Node* node, const NameArgument& argument);

/// Judges an expression, already bound, of which it is not known what it names: parameters may be parts of
/// the name, and one that is put together of parts that the client sends is a doubt.
void judge_name_source(Context& context, const Node* node, std::size_t first_parameter,
                       DoubtKind doubt = DoubtKind::name_built);

/// The parameter that an expression is, perhaps cast to a type of strings; 0: it is something else.
std::uint32_t read_parameter(const Node* node, bool* is_cast = nullptr);

/// Notes that a parameter, already bound, is a name.
void use_parameter(Context& context, const Node* node, ParameterUse use);

/// The parameters bound since there were `first` uses may be parts of names.
void mark_parts(Context& context, std::size_t first);

}  // namespace pgsegue::parser::bind
