// Numbers, quantities, dates. A unit is read generously (words on the same line, a symbol); what it means is the
// checker's to say.
#include <array>
#include <charconv>

#include "engine/language/characters.hpp"
#include "engine/language/messages.hpp"
#include "engine/language/scanner.hpp"
#include "engine/quantity/date.hpp"

namespace crossfoot::syntax {

namespace {

constexpr int kMostDigits = 34;
constexpr int kMostUnitWords = 4;   // "3 milliards d'équivalents temps plein"

// The English qualifiers of page 1.1 that stand before a number, except `some`; longer ones first.
constexpr std::array<std::string_view, 14> kQualifiers = {"just over", "just under", "more than", "less than", "at least",
    "at most", "up to", "about", "around", "nearly", "almost", "barely", "over", "under"};

int whole(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

int significant_digits(std::string_view written) {
    int count = 0;
    for (const char c : written)
        if (is_digit(c) && (c != '0' || count > 0)) ++count;
    return count;
}

std::string without(std::string_view written, char dropped) {
    std::string out;
    for (const char c : written)
        if (c != dropped) out.push_back(c);
    return out;
}

}  // namespace

std::uint32_t Scanner::qualifier_end(std::uint32_t begin) const {
    if (std::string_view("abjlmnou").find(text_[begin]) == std::string_view::npos) return begin;
    for (const std::string_view qualifier : kQualifiers) {
        std::uint32_t at = begin;
        for (std::size_t from = 0; from < qualifier.size();) {
            const std::size_t to = std::min(qualifier.find(' ', from), qualifier.size());
            const std::string_view word = qualifier.substr(from, to - from);
            if (text_.substr(at, name_end(text_, at) - at) != word) { at = begin; break; }
            at += static_cast<std::uint32_t>(word.size());
            from = to + 1;
            if (from < qualifier.size()) at = skip_blanks(text_, at);
        }
        if (at > begin && skip_blanks(text_, at) > at && is_digit(peek(skip_blanks(text_, at)))) return at;
    }
    return begin;
}

void Scanner::key_number() {
    const std::uint32_t begin = at_;
    std::uint32_t end = begin;
    while (is_digit(peek(end))) ++end;
    out_.numbers.push_back({{}, {begin, end}, {}});
    push(Kind::number, begin, end, static_cast<std::uint32_t>(out_.numbers.size() - 1), flag::integer);
}

bool Scanner::date() {
    constexpr std::string_view kShape = "dddd-dd-dd";
    for (std::uint32_t i = 0; i < kShape.size(); ++i) {
        const char c = peek(at_ + i);
        if (kShape[i] == 'd' ? !is_digit(c) : c != '-') return false;
    }
    const std::uint32_t end = at_ + static_cast<std::uint32_t>(kShape.size());
    if (is_digit(peek(end)) || name_end(text_, end) > end) return false;
    const std::string_view written = text_.substr(at_, kShape.size());
    if (!day(whole(written.substr(0, 4)), whole(written.substr(5, 2)), whole(written.substr(8, 2))))
        diagnostics_.add(Code::XF212, places_.span(at_, end), Message(messages::no_such_day, written));
    push(Kind::date, at_, end);
    return true;
}

void Scanner::number(std::uint32_t begin) {
    if (begin == at_ && date()) return;
    NumberParts parts;
    if (is_ascii_letter(peek(begin))) parts.qualifier = {begin, qualifier_end(begin)};
    const std::uint32_t first = parts.qualifier.end > begin ? skip_blanks(text_, parts.qualifier.end) : begin;

    std::uint32_t at = first;
    bool malformed = peek(at) == '.';   // `.5`
    const auto digits = [&] {
        const std::uint32_t from = at;
        while (is_digit(peek(at)) || peek(at) == '_') ++at;
        const std::string_view run = text_.substr(from, at - from);
        if (run.starts_with('_') || run.ends_with('_') || run.find("__") != std::string_view::npos) malformed = true;
    };
    digits();
    for (int points = 0; peek(at) == '.' && peek(at + 1) != '.'; ++points) {   // a second point is malformed, as is `5.`
        ++at;
        malformed = malformed || points > 0 || !is_digit(peek(at));
        digits();
    }
    parts.digits = {first, at};

    // `1e5`, `0x10`: a word with digits that sticks to the number is no unit.
    const std::uint32_t glued = name_end(text_, at);
    bool odd = false;
    for (std::uint32_t i = at; i < glued; ++i) odd = odd || is_digit(text_[i]) || text_[i] == '_';
    if (odd) {
        malformed = true;
        parts.digits.end = at = glued;
    }
    const std::uint32_t unit = skip_blanks(text_, at);
    if (!odd) {
        const std::uint32_t end = unit_end(unit);
        if (end > unit) {
            parts.unit = {unit, end};
            at = end;
        }
    }
    check_number(parts, malformed);
    const std::string_view written = text_.substr(first, at - first);
    const bool bare = !malformed && first == begin && written.find_first_not_of("0123456789") == std::string_view::npos;
    out_.numbers.push_back(parts);
    push(Kind::number, begin, at, static_cast<std::uint32_t>(out_.numbers.size() - 1), bare ? flag::integer : std::uint8_t{0});
}

void Scanner::check_number(const NumberParts& parts, bool malformed) {
    const std::string_view written = text_.substr(parts.digits.begin, parts.digits.end - parts.digits.begin);
    const Span span = places_.span(parts.digits.begin, parts.digits.end);
    if (malformed) {
        Diagnostic& found = diagnostics_.add(Code::XF212, span, Message(messages::malformed_number, written));
        const std::string plain = without(written, '_');
        const bool decimal = plain.find_first_not_of("0123456789.") == std::string::npos;
        const std::size_t point = plain.find('.');
        if (decimal && point == 0) found.suggest(Message(messages::write, "0" + plain));
        else if (decimal && point == plain.size() - 1) found.suggest(Message(messages::write, plain.substr(0, point)));
        else if (decimal && (point == std::string::npos || point == plain.rfind('.'))) found.suggest(Message(messages::write, plain));
        else found.suggest(Message(messages::number_form));
        return;
    }
    const int count = significant_digits(written);
    if (count > kMostDigits)
        diagnostics_.add(Code::XF212, span, Message(messages::too_many_digits, count, kMostDigits));
    else if (written.size() > kMostCharacters)
        diagnostics_.add(Code::XF212, span, Message(messages::number_too_long, written.size(), kMostCharacters));
}

std::uint32_t Scanner::unit_end(std::uint32_t offset) const {
    std::uint32_t end = offset;   // of what is surely unit
    for (int words = 0; words < kMostUnitWords; ++words) {
        const std::uint32_t from = words == 0 ? offset : skip_blanks(text_, end);
        std::uint32_t at = from;
        for (Character c = character_at(text_, at); c.length > 0; c = character_at(text_, at)) {
            const bool superscript = at > from && (c.point == 0xB2 || c.point == 0xB3);
            const bool apostrophe = at > from && (c.point == '\'' || c.point == 0x2019);
            if (c.category != CharacterClass::letter && c.category != CharacterClass::mark && !superscript && !apostrophe) break;
            at += c.length;
        }
        if (keyword(text_.substr(from, at - from)) != Kind::word) return end;
        const Character symbol = character_at(text_, at);
        if (symbol.category == CharacterClass::currency || symbol.point == '%' || symbol.point == 0x2030) return at + symbol.length;
        if (at == from || is_digit(peek(at)) || peek(at) == '_') return end;
        // A word that opens a path or a call is none: an operator is missing before it.
        const char next = peek(skip_blanks(text_, at));
        if (next == '(' || next == '[' || (peek(at) == '.' && peek(at + 1) != '.')) return end;
        end = at;
    }
    return end;
}

}  // namespace crossfoot::syntax
