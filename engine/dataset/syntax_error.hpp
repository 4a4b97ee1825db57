// What the TOML parser says about a broken file, as a diagnostic in both languages with help for the
// mistakes that people make in a file of figures (`x = 12,5`, `élèves = 3`, a key given twice).
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/text/diagnostic.hpp"
#include "engine/text/source.hpp"

namespace crossfoot::loading {

// `description`: the parser's own words; `offset`: where it stopped. Gives XF103, or XF105 (a key
// defined twice, with a label at the first place), XF109 and XF110 (bare numbers that do not fit), XF115.
[[nodiscard]] Diagnostic syntax_error(FileId id, const SourceFile& source, std::uint32_t offset,
                                      std::string_view description);

}  // namespace crossfoot::loading
