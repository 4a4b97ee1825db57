// Tokens of a rule file: what the scanner gives and the grammar reads. A token is a kind and a place; texts are
// decoded only where the tree is built. A quantity (`about 0.5 M€`) is one token, so is a date, a text, a regex.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/text/source.hpp"

namespace crossfoot::syntax {

enum class Kind : std::uint8_t {
    end,
    broken,    // reported already; no part of the grammar takes it
    foreign,   // an operator of other languages (`==`): `detail` is its row in foreign.hpp
    unknown,   // a character that has no meaning here
    word, number, date, string, regex,
    kw_use, kw_define, kw_group, kw_rule, kw_severity, kw_tags, kw_note, kw_for, kw_in, kw_where, kw_let, kw_if, kw_then,
    kw_some, kw_and, kw_or, kw_not, kw_within, kw_matches, kw_except, kw_true, kw_false,
    colon, semicolon, comma, dot, dots, star, plus, minus, slash,
    equal, not_equal, less, less_equal, greater, greater_equal,
    open_paren, close_paren, open_bracket, close_bracket, open_brace, close_brace,
};

namespace flag {
inline constexpr std::uint8_t first_on_line = 1;
inline constexpr std::uint8_t integer = 2;     // a number of bare digits, which may be a key
inline constexpr std::uint8_t declares = 4;    // a keyword that begins a declaration here
inline constexpr std::uint8_t group = 8;       // a brace of a group, not of keys
inline constexpr std::uint8_t escaped = 16;    // a text with escapes
}  // namespace flag

struct Token {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t detail = 0;   // of a number: its parts; of a foreign operator: its row
    Kind kind = Kind::end;
    std::uint8_t flags = 0;

    [[nodiscard]] bool is(std::uint8_t wanted) const { return (flags & wanted) != 0; }
};

[[nodiscard]] constexpr bool is_keyword(Kind kind) { return kind >= Kind::kw_use && kind <= Kind::kw_false; }
[[nodiscard]] constexpr bool is_declaration(Kind kind) { return kind >= Kind::kw_use && kind <= Kind::kw_rule; }
[[nodiscard]] constexpr bool is_comparison(Kind kind) { return kind >= Kind::equal && kind <= Kind::greater_equal; }

// The keyword that is written `word`, or Kind::word.
[[nodiscard]] Kind keyword(std::string_view word);

// Where the parts of a number stand; an empty range where there is none.
struct NumberParts {
    struct Range { std::uint32_t begin = 0, end = 0; };
    Range qualifier, digits, unit;
};

// Offsets of a scanned text as places of the file it stands in, where it begins at `base`. A decoded text (a title
// with escapes) keeps instead for each byte, and for its end, the offset that the byte was written at.
class Places {
public:
    explicit Places(FileId file, std::uint32_t base = 0) : file_(file), base_(base) {}
    Places(FileId file, std::vector<std::uint32_t> written_at) : file_(file), written_at_(std::move(written_at)) {}

    [[nodiscard]] Span span(std::uint32_t begin, std::uint32_t end) const {
        if (written_at_.empty()) return {file_, base_ + begin, base_ + end};
        return {file_, written_at_[begin], written_at_[end]};
    }
    // The places of a part of the text, whose offsets count from `begin`.
    [[nodiscard]] Places part(std::uint32_t begin, std::uint32_t end) const {
        if (written_at_.empty()) return Places(file_, base_ + begin);
        return {file_, {written_at_.begin() + begin, written_at_.begin() + end + 1}};
    }
    [[nodiscard]] FileId file() const { return file_; }

private:
    FileId file_;
    std::uint32_t base_ = 0;
    std::vector<std::uint32_t> written_at_;
};

struct Tokens {
    std::string_view text;
    std::vector<Token> all;              // the last one is Kind::end
    std::vector<NumberParts> numbers;
    std::vector<Span> comments;

    [[nodiscard]] std::string_view text_of(const Token& token) const {
        return text.substr(token.begin, token.end - token.begin);
    }
};

}  // namespace crossfoot::syntax
