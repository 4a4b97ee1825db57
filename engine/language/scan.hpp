// The linear pass before the grammar: tokens, then their structure (which brackets belong together, where
// declarations begin, how deep the nesting is). Everything that one look at the characters can tell is reported
// here, at its best place: texts that do not end, brackets that are not closed, comma decimals, nesting.
// What is reported so becomes Kind::broken, which the grammar takes nowhere and is silent about.
#pragma once

#include "engine/language/parse.hpp"
#include "engine/language/token.hpp"
#include "engine/text/diagnostic.hpp"

namespace crossfoot::syntax {

// The tokens of well-formed UTF-8; `text` must outlive them.
[[nodiscard]] Tokens scan(std::string_view text, const Places& places, Diagnostics& diagnostics);

// Matches brackets, marks declarations and groups, bounds the nesting.
void mark_structure(Tokens& tokens, const Places& places, const ParseLimits& limits, Diagnostics& diagnostics);

// What a TOML basic string means; `quoted` has its quotes and passed the scanner. `written_at` gets, for each
// decoded byte and for the end, its offset counted from the opening quote.
[[nodiscard]] std::string decode_string(std::string_view quoted, std::vector<std::uint32_t>* written_at = nullptr);

}  // namespace crossfoot::syntax
