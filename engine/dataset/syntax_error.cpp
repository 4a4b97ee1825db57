#include "engine/dataset/syntax_error.hpp"

#include <algorithm>
#include <array>

#include "engine/dataset/first_definition.hpp"
#include "engine/dataset/messages.hpp"

namespace crossfoot::loading {

namespace {

// What may help the user: quotes around what should have been a figure, a text or a key, or another way to write a table.
enum class Help : std::uint8_t { none, figure, text, key, table };

struct Wording {
    std::string_view parser;    // how the parser's sentence begins
    const Template* ours;       // {0}: what stands there
    Help help = Help::none;
};

// The parser's sentences that a user meets; any other is shown as it is.
constexpr std::array kWordings{
    Wording{"expected '=', saw", &messages::expected_equals, Help::key},
    Wording{"encountered end-of-file", &messages::unexpected_end},
    Wording{"expected value, saw", &messages::expected_value, Help::figure},
    Wording{"could not determine value type", &messages::expected_value, Help::text},
    Wording{"expected a comment or whitespace, saw", &messages::expected_line_end, Help::figure},
    Wording{"expected comma or closing ']', saw", &messages::expected_comma_or_bracket, Help::figure},
    Wording{"expected value or closing ']', saw", &messages::expected_value},
    Wording{"expected comma or closing '}', saw", &messages::expected_comma_or_brace, Help::figure},
    Wording{"expected key or closing '}', saw", &messages::expected_key_or_brace, Help::table},
    Wording{"expected key-value pair", &messages::expected_key_or_brace, Help::table},
    Wording{"expected ']', saw", &messages::expected_bracket, Help::key},
    Wording{"expected keys, tables, whitespace or comments, saw", &messages::expected_statement, Help::key},
    Wording{"expected bare key starting character or string delimiter, saw", &messages::expected_key, Help::key},
    Wording{"tables with blank bare keys", &messages::expected_key},
    Wording{"unescaped control characters", &messages::control_character},
    Wording{"control characters other than TAB", &messages::control_character},
    Wording{"unexpected control character", &messages::control_character},
    Wording{"unknown escape sequence", &messages::unknown_escape},
    Wording{"leading zeroes are prohibited", &messages::leading_zeroes, Help::figure},
    Wording{"underscores", &messages::underscores},
    Wording{"values may not begin with underscores", &messages::underscores},
    Wording{"expected digit, saw", &messages::expected_digit, Help::figure},
    Wording{"expected decimal digit, saw", &messages::expected_digit, Help::figure},
    Wording{"expected 'true', saw", &messages::expected_value, Help::text},
    Wording{"expected 'false', saw", &messages::expected_value, Help::text},
    Wording{"expected hex digit, saw", &messages::expected_hexadecimal},
    Wording{"expected space or tab, saw", &messages::expected_plain_space},
    Wording{"expected day between", &messages::no_such_date},
    Wording{"expected month between", &messages::no_such_date},
    Wording{"expected hour between", &messages::no_such_date},
    Wording{"expected minute between", &messages::no_such_date},
    Wording{"expected second between", &messages::no_such_date},
};

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool blank(char c) { return c == ' ' || c == '\t'; }

// "Error while parsing key-value pair: expected …" → "expected …".
std::string_view reason(std::string_view description) {
    constexpr std::string_view opening = "Error while parsing ";
    if (!description.starts_with(opening)) return description;
    const std::size_t colon = description.find(": ");
    return colon == std::string_view::npos ? description : description.substr(colon + 2);
}

std::uint32_t character_end(std::string_view text, std::uint32_t at) {
    if (at >= text.size()) return static_cast<std::uint32_t>(text.size());
    do ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    return at;
}

Message found(std::string_view text, std::uint32_t at) {
    if (at >= text.size()) return Message(messages::end_of_file);
    if (text[at] == '\n' || text[at] == '\r') return Message(messages::end_of_line);
    if (static_cast<unsigned char>(text[at]) < 0x20 || text[at] == 0x7F)
        return Message(messages::a_control_character, static_cast<unsigned>(static_cast<unsigned char>(text[at])));
    const std::string_view character = text.substr(at, character_end(text, at) - at);
    for (const auto& [space, name] : {std::pair("\u00A0", "00A0"), std::pair("\u202F", "202F"), std::pair("\u2009", "2009")})
        if (character == space) return Message(messages::a_space, name);   // invisible as it is
    return Message(messages::the_character, character);
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (blank(text.front()) || text.front() == '\r')) text.remove_prefix(1);
    while (!text.empty() && (blank(text.back()) || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

// The bare value (no quotes) of the line in which the parser stopped at `column`, where it begins like a
// number; empty otherwise.
std::string_view bare_number(std::string_view line, std::size_t column) {
    const std::size_t before = line.substr(0, std::min(column + 1, line.size())).find_last_of('=');
    if (before == std::string_view::npos) return {};
    std::string_view value = trimmed(line.substr(before + 1));
    value = trimmed(value.substr(0, value.find_first_of("#\"'[]{}")));
    if (value.empty()) return {};
    const std::size_t first = value[0] == '-' || value[0] == '+' ? 1 : 0;
    return first < value.size() && digit(value[first]) ? value : std::string_view{};
}

// The key that `line` begins with, where it holds a letter that wants quotes.
std::string_view bare_key(std::string_view line) {
    const std::string_view key = trimmed(line.substr(0, line.find('=')));
    const bool foreign = std::any_of(key.begin(), key.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    const bool plain = key.find_first_of("\"'[]{}#") == std::string_view::npos;
    return foreign && plain && line.find('=') != std::string_view::npos ? key : std::string_view{};
}

void add_help(Diagnostic& diagnostic, Help help, const SourceFile& source, std::uint32_t offset) {
    const std::uint32_t number = source.position(offset).line;
    const std::string_view line = source.line(number);
    const std::string_view key = bare_key(line);
    const std::string_view value = bare_number(line, offset - source.line_begin(number));
    const std::string_view rest = source.text().substr(offset);
    for (const std::string_view quote : {"“", "”", "„", "«", "»", "‘", "’"})
        if (rest.starts_with(quote)) {
            diagnostic.suggest(Message(messages::straight_quotes));
            return;
        }
    switch (help) {
        case Help::none: break;
        case Help::table: diagnostic.suggest(Message(messages::inline_on_one_line)); break;
        case Help::key:
            if (!key.empty()) diagnostic.suggest(Message(messages::quote_key, key));
            break;
        case Help::text:
            diagnostic.suggest(value.empty() ? Message(messages::quote_text) : Message(messages::quote_figure, value));
            break;
        case Help::figure:
            if (!value.empty()) diagnostic.suggest(Message(messages::quote_figure, value));
            break;
    }
}

// `tru`, `fr`: the parser stops where it differs from `true` or `false`; the word is what is wrong.
std::uint32_t word_begin(std::string_view text, std::uint32_t at) {
    while (at > 0 && letter(text[at - 1])) --at;
    return at;
}

Diagnostic defined_twice(FileId id, const SourceFile& source, std::uint32_t offset, std::string_view description) {
    const auto twice = first_definition(id, source, offset, description);
    if (!twice) {
        const Span span{id, offset, character_end(source.text(), offset)};
        return {Code::XF105, Message(messages::defined_twice_somewhere), span, {}, {}, {}, {}};
    }
    if (reason(description).starts_with("cannot insert"))
        return {Code::XF103, Message(messages::closed_inline_table, twice->key), twice->again, {}, {}, {}, {}};
    Diagnostic diagnostic{Code::XF105, Message(messages::defined_twice, twice->key), twice->again, {}, {}, {}, {}};
    diagnostic.label(twice->first, Message(messages::first_here));
    return diagnostic;
}

// A bare number past what TOML holds: more than 34 significant digits fit nowhere, fewer fit a string.
Diagnostic too_long(FileId id, const SourceFile& source, std::uint32_t offset) {
    const std::string_view text = source.text();
    const auto part = [&](std::uint32_t at) {
        return at < text.size() && std::string_view("_+-.").find(text[at]) != std::string_view::npos;
    };
    const auto word = [&](std::uint32_t at) { return at < text.size() && (digit(text[at]) || letter(text[at]) || part(at)); };
    std::uint32_t begin = offset, end = offset;
    while (begin > 0 && word(begin - 1)) --begin;
    while (word(end)) ++end;
    const std::string_view lexeme = text.substr(begin, end - begin);
    const Span span{id, begin, end};
    const auto digits = std::count_if(lexeme.begin(), lexeme.end(), digit);
    if (digits > 34) return {Code::XF110, Message(messages::too_many_digits, digits), span, {}, {}, {}, {}};
    Diagnostic diagnostic{Code::XF109, Message(messages::beyond_64_bits, lexeme), span, {}, {}, {}, {}};
    diagnostic.suggest(Message(messages::quote_figure, lexeme));
    return diagnostic;
}

bool is_too_long(std::string_view why) {
    return why.starts_with("numeric value too long") || why.starts_with("exceeds length limit") ||
           (why.starts_with('\'') && why.find("is not representable in 64 bits") != std::string_view::npos);
}

}  // namespace

Diagnostic syntax_error(FileId id, const SourceFile& source, std::uint32_t offset, std::string_view description) {
    const std::string_view why = reason(description);
    if (why.starts_with("expected 'true'") || why.starts_with("expected 'false'")) offset = word_begin(source.text(), offset);
    const Span span{id, offset, character_end(source.text(), offset)};
    if (why.starts_with("exceeded maximum nested value depth"))
        return {Code::XF115, Message(messages::too_deep, 256), span, {}, {}, {}, {}};
    if (is_too_long(why)) return too_long(id, source, offset);
    if (why.starts_with("cannot redefine") || why.starts_with("cannot insert"))
        return defined_twice(id, source, offset, description);

    const auto known = std::find_if(kWordings.begin(), kWordings.end(),
                                    [&](const Wording& each) { return why.starts_with(each.parser); });
    if (known == kWordings.end()) return {Code::XF103, Message(messages::broken_toml, why), span, {}, {}, {}, {}};
    const bool ends = offset >= source.text().size() || source.text()[offset] == '\n' || source.text()[offset] == '\r';
    const Template* headline = known->ours;
    if (ends && headline == &messages::control_character) headline = &messages::string_not_ended;
    Diagnostic diagnostic{Code::XF103, Message(*headline, found(source.text(), offset)), span, {}, {}, {}, {}};
    add_help(diagnostic, known->help, source, offset);
    return diagnostic;
}

}  // namespace crossfoot::loading
