// The text that a dataset's figures were taken from, to find printed forms in: white space of any kind and length
// is one space, so that a form is found across a line end, and each character knows the line it stands in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crossfoot::testing {

class DraftText {
public:
    explicit DraftText(std::string_view utf8);

    // How often `printed` stands within lines [first, last] (from 1) as whole tokens: not within a word or a number,
    // nor as the ones or tens of a number with decimals. Words without a digit are found with any capitals. Where
    // it stands there more than once, a match that continues a number grouped in threes is not counted: 806 952 may
    // be two cells of a table or one number, and only the first reading is sought where it is the only one.
    [[nodiscard]] std::size_t count(std::string_view printed, std::uint32_t first, std::uint32_t last) const;

    // Those lines as they are compared, for messages.
    [[nodiscard]] std::string lines(std::uint32_t first, std::uint32_t last) const;

    [[nodiscard]] std::uint32_t line_count() const { return lines_.empty() ? 0 : lines_.back(); }

private:
    std::u32string text_;
    std::vector<std::uint32_t> lines_;   // of each character, ascending
};

}  // namespace crossfoot::testing
