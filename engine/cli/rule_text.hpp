// A rule as it stands in its file: its tree, its lines, the definitions that its text names, and what it asserts as a
// sentence.
#pragma once

#include <string>
#include <vector>

#include "engine/language/parse.hpp"
#include "engine/text/source.hpp"

namespace crossfoot::cli {

// The declaration at this span; nothing where there is none.
[[nodiscard]] const ast::Rule* find_rule(const RuleSet& rules, Span span);

// The definitions that the text at `span` names, and those that they name, in order of first use. A name stands for a
// definition of its file or of one that the file uses; a key after a dot, a word in a string or comment is none.
[[nodiscard]] std::vector<const ast::Define*> used_definitions(const RuleSet& rules, const SourceMap& sources, Span span);

// The lines of a span without the indentation that all but the first have in common, and without empty ends.
[[nodiscard]] std::vector<std::string> lines_of_span(const SourceMap& sources, Span span);

// "for each `y` in `report.periods`, `a + b` equals `c`"; a definition that is all of it is told by its body.
[[nodiscard]] std::string assertion(const ast::Rule& rule, const std::vector<const ast::Define*>& definitions,
                                    const SourceMap& sources, Language language);

}  // namespace crossfoot::cli
