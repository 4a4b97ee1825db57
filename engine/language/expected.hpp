// From a failure of the grammar to a diagnostic: what was expected in the reader's words, what was found, where the
// caret stands, and help (a sign or word of another language, a misspelt keyword, a reserved word as a name).
#pragma once

#include "engine/language/grammar/grammar.hpp"
#include "engine/text/diagnostic.hpp"

namespace crossfoot::syntax {

// What the failing part stands in: a hole ends with its braces, not with the file.
enum class Within : std::uint8_t { file, group, expression, hole };

// Adds nothing where the token found has been reported already.
void report(const Failure& failure, const Tokens& tokens, const Places& places, Diagnostics& diagnostics, Within within);

}  // namespace crossfoot::syntax
