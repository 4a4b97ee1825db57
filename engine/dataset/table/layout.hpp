// How the files of a table are laid out: their encoding, what stands above the header and below the last row, how many
// rows the header has, and whether empty lines stand between rows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace crossfoot::table {

enum class Encoding : std::uint8_t { utf8, latin1, windows1252, utf16 };

// As a declaration writes it: "utf-8", "latin-1", "windows-1252", "utf-16".
[[nodiscard]] std::string_view to_string(Encoding encoding);

struct Layout {
    Encoding encoding = Encoding::utf8;
    std::uint64_t skip = 0;           // lines above the header
    std::uint64_t header = 1;         // rows of the header
    std::uint64_t footer_lines = 0;   // below the last row; lines that are empty at the very end do not count
    std::string footer_text;          // the last line that begins so, and all below; empty: none
    bool blank = false;               // empty lines are no rows

    [[nodiscard]] bool has_footer() const { return footer_lines > 0 || !footer_text.empty(); }
    friend bool operator==(const Layout&, const Layout&) = default;
};

// Where the lines below the last row of a file begin.
struct Footer {
    static constexpr std::uint64_t kNone = ~std::uint64_t{0};
    std::uint64_t begin = kNone;      // in bytes of the decoded text
    std::uint64_t first_line = 0;     // of the file, from 1
    std::uint64_t lines = 0;          // how many, those that are empty at the very end left out
    std::uint64_t of_lines = 0;       // the file has
    [[nodiscard]] bool found() const { return begin != kNone; }
};

}  // namespace crossfoot::table
