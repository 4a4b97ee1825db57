// The bytes of a print made uniform before the grammar sees them: every kind of space is a plain one,
// every apostrophe `'`, every minus and en dash `-`; none at the ends.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/text/text_form.hpp"

namespace crossfoot {

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Longer texts are no figures.
inline constexpr std::size_t kLongestPrint = 1000;

// A print of at most kLongestPrint bytes. Runs of spaces are one space, except between two digits, where
// they stay two: digits that far apart are not one number.
class PrintText {
public:
    explicit PrintText(std::string_view original);

    [[nodiscard]] std::string_view text() const { return {bytes_.data(), size_}; }
    [[nodiscard]] bool has_digit() const { return has_digit_; }
    // Where the byte `offset` of text() stands in the original; its end for the end of text().
    [[nodiscard]] std::uint32_t original_begin(std::size_t offset) const;
    // Where a part of text() that ends before `offset` ends in the original.
    [[nodiscard]] std::uint32_t original_end(std::size_t offset) const;

private:
    template <class Each>
    static void walk(std::string_view original, Each each);

    std::string_view original_;
    std::size_t size_ = 0;
    bool has_digit_ = false;
    std::size_t begin_ = 0, end_ = 0;             // of text() in the original
    std::array<char, kLongestPrint + 1> bytes_;   // not cleared: only [0, size_) is meant
};

// Does a letter stand apart from its accent (NFD)? Such a text is put together first.
[[nodiscard]] bool has_combining_mark(std::string_view text);

// A name that is declared, of any length, made uniform like a print, and composed.
[[nodiscard]] std::string tidy(std::string_view name);

// The text with its first letter in lower (or upper) case; the text itself where that changes nothing.
// Latin letters with their accents only, which is what units and words begin with.
[[nodiscard]] std::string first_letter_lowered(std::string_view text);
[[nodiscard]] std::string first_letter_raised(std::string_view text);

}  // namespace crossfoot
