#include "engine/language/scan.hpp"

#include <algorithm>
#include <array>

#include "engine/language/characters.hpp"
#include "engine/language/foreign.hpp"
#include "engine/language/messages.hpp"
#include "engine/language/scanner.hpp"

namespace crossfoot::syntax {

namespace {

constexpr std::array<std::pair<std::string_view, Kind>, 22> kKeywords = {{
    {"and", Kind::kw_and}, {"define", Kind::kw_define}, {"except", Kind::kw_except}, {"false", Kind::kw_false},
    {"for", Kind::kw_for}, {"group", Kind::kw_group}, {"if", Kind::kw_if}, {"in", Kind::kw_in}, {"let", Kind::kw_let},
    {"matches", Kind::kw_matches}, {"not", Kind::kw_not}, {"note", Kind::kw_note}, {"or", Kind::kw_or},
    {"rule", Kind::kw_rule}, {"severity", Kind::kw_severity}, {"some", Kind::kw_some}, {"tags", Kind::kw_tags},
    {"then", Kind::kw_then}, {"true", Kind::kw_true}, {"use", Kind::kw_use}, {"where", Kind::kw_where},
    {"within", Kind::kw_within},
}};

// By letter: where the keywords that begin with it stand in the table, which ends where the next letter's begin.
constexpr auto kByLetter = [] {
    std::array<std::uint8_t, 27> begins{};
    for (const auto& [written, kind] : kKeywords)
        for (std::size_t later = static_cast<std::size_t>(written.front() - 'a') + 1; later < begins.size(); ++later) ++begins[later];
    return begins;
}();

// A set of ASCII characters.
class Characters {
public:
    constexpr explicit Characters(std::string_view members) {
        for (const char c : members) has_[static_cast<unsigned char>(c)] = true;
    }
    [[nodiscard]] constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }

private:
    std::array<bool, 256> has_{};
};

// Where a foreign operator can begin, and what can stand second in one.
constexpr Characters kForeignFirst("!&|'");
constexpr Characters kForeignSecond("=><~&|*");

// The tokens of one character.
constexpr auto kPunctuation = [] {
    std::array<Kind, 256> kinds{};
    for (Kind& each : kinds) each = Kind::unknown;
    constexpr std::string_view kCharacters = ":;,.*+-/=<>()[]{}";
    constexpr std::array<Kind, 17> kKinds = {Kind::colon, Kind::semicolon, Kind::comma, Kind::dot, Kind::star, Kind::plus,
        Kind::minus, Kind::slash, Kind::equal, Kind::less, Kind::greater, Kind::open_paren, Kind::close_paren,
        Kind::open_bracket, Kind::close_bracket, Kind::open_brace, Kind::close_brace};
    for (std::size_t i = 0; i < kKinds.size(); ++i) kinds[static_cast<unsigned char>(kCharacters[i])] = kKinds[i];
    return kinds;
}();

}  // namespace

Kind keyword(std::string_view word) {
    if (word.size() < 2 || word.size() > 8) return Kind::word;
    if (word.front() < 'a' || word.front() > 'z') return Kind::word;
    const auto letter = static_cast<std::size_t>(word.front() - 'a');
    for (std::size_t row = kByLetter[letter]; row < kByLetter[letter + 1]; ++row)
        if (kKeywords[row].first == word) return kKeywords[row].second;
    return Kind::word;
}

Tokens scan(std::string_view text, const Places& places, Diagnostics& diagnostics) {
    return Scanner(text, places, diagnostics).run();
}

Tokens Scanner::run() {
    out_.text = text_;
    out_.all.reserve(text_.size() / 3 + 2);
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;   // a byte order mark says nothing
    for (skip_trivia(); at_ < text_.size(); skip_trivia()) next();
    const auto end = static_cast<std::uint32_t>(text_.size());
    push(Kind::end, end, end);
    return std::move(out_);
}

void Scanner::push(Kind kind, std::uint32_t begin, std::uint32_t end, std::uint32_t detail, std::uint8_t flags) {
    if (line_begins_) flags = static_cast<std::uint8_t>(flags | flag::first_on_line);
    line_begins_ = false;
    out_.all.push_back({begin, end, detail, kind, flags});
    at_ = end;
}

void Scanner::skip_trivia() {
    while (at_ < text_.size()) {
        const char c = text_[at_];
        if (c == '\n') {
            line_begins_ = true;
            ++at_;
        } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v') {
            ++at_;
        } else if (c == '#') {
            std::uint32_t end = static_cast<std::uint32_t>(std::min(text_.find('\n', at_), text_.size()));
            const std::uint32_t next_line = end;
            if (end > at_ && text_[end - 1] == '\r') --end;
            out_.comments.push_back(places_.span(at_, end));
            at_ = next_line;
        } else if (static_cast<unsigned char>(c) < 0x80) {
            return;
        } else {
            const Character next = character_at(text_, at_);
            if (next.category != CharacterClass::space) return;
            at_ += next.length;
        }
    }
}

bool Scanner::after_operand() const {
    if (out_.all.empty()) return false;
    const Token& last = out_.all.back();
    switch (last.kind) {
        case Kind::word: case Kind::string: case Kind::star: case Kind::date: case Kind::kw_true: case Kind::kw_false:
        case Kind::close_paren: case Kind::close_bracket: case Kind::close_brace: return true;
        // Only as a key: `a.2013.b`.
        case Kind::number: return last.is(flag::integer) && out_.all.size() > 1 && out_.all[out_.all.size() - 2].kind == Kind::dot;
        default: return is_keyword(last.kind) && out_.all.size() > 1 && out_.all[out_.all.size() - 2].kind == Kind::dot;
    }
}

// The keyword itself, not a key that is written so.
bool Scanner::after_keyword(Kind kind) const {
    const std::size_t count = out_.all.size();
    return count > 0 && out_.all.back().kind == kind && (count == 1 || out_.all[count - 2].kind != Kind::dot);
}

// A line that begins with `rule` and no comma: the tags before it are not closed.
bool Scanner::declaration_begins() const {
    const std::uint32_t end = id_end(text_, at_);
    if (!line_begins_ || !is_declaration(keyword(text_.substr(at_, end - at_)))) return false;
    const std::uint32_t next = skip_blanks(text_, end);
    return peek(next) == '"' || name_end(text_, next) > next;
}

void Scanner::next() {
    const char c = text_[at_];
    if (mode_ == Mode::id && c != '"') {
        mode_ = Mode::plain;
        if (!is_digit(c) && id_end(text_, at_) > at_) return id();
    }
    if (mode_ == Mode::tags && (c == ']' || declaration_begins())) mode_ = Mode::plain;
    if (mode_ == Mode::tags) {
        if (is_digit(c)) return key_number();
        if (id_end(text_, at_) > at_) return id();
    }
    if (mode_ == Mode::id) mode_ = Mode::plain;
    if (c == '[' && after_keyword(Kind::kw_tags)) mode_ = Mode::tags;
    if (is_ascii_letter(c) || c == '_') return word();
    if (is_digit(c)) return after_dot() ? key_number() : number(at_);
    if (c == '"') return text();
    if (c == '/' && after_keyword(Kind::kw_matches)) return regex();
    if (c == '.' && is_digit(peek(at_ + 1)) && !after_operand() && !after_dot()) return number(at_);
    if (static_cast<unsigned char>(c) >= 0x80 && character_at(text_, at_).category == CharacterClass::letter) return word();
    punctuation();
}

void Scanner::word() {
    const std::uint32_t begin = at_;
    const std::uint32_t end = name_end(text_, begin);
    const Kind kind = keyword(text_.substr(begin, end - begin));
    // A blank follows a qualifier, but few names.
    if (kind == Kind::word && skip_blanks(text_, end) > end && !after_dot() && qualifier_end(begin) > begin) return number(begin);
    const bool key = after_dot();
    push(kind, begin, end);
    // After a point at the end of a line before, `rule total` is no key either: a key is missing there.
    const bool likely = out_.all.back().is(flag::first_on_line) &&
                        character_at(text_, skip_blanks(text_, end)).category == CharacterClass::letter;
    if ((kind == Kind::kw_rule || kind == Kind::kw_group) && (!key || likely)) mode_ = Mode::id;
}

void Scanner::id() {
    const std::uint32_t begin = at_;
    const std::uint32_t end = id_end(text_, begin);
    const std::string_view written = text_.substr(begin, end - begin);
    push(keyword(written), begin, end);
    if (written.find('_') == std::string_view::npos) return;
    std::string dashed(written);
    std::replace(dashed.begin(), dashed.end(), '_', '-');
    diagnostics_.add(Code::XF201, places_.span(begin, end), Message(messages::id_with_underscore, written))
        .suggest(Message(messages::write, dashed));
}

void Scanner::text() {
    const std::uint32_t begin = at_;
    std::uint8_t flags = 0;
    for (std::uint32_t at = begin + 1; at < text_.size(); ++at) {
        const char c = text_[at];
        if (c == '"') return push(Kind::string, begin, at + 1, 0, flags);
        if (c == '\n') break;
        if (c != '\\') continue;
        if (peek(at + 1) == '\n' || at + 1 >= text_.size()) break;
        flags = flag::escaped;
        if (!escape(at)) {
            std::uint32_t end = at + 1 + character_at(text_, at + 1).length;
            const std::uint32_t digits = text_[at + 1] == 'u' ? 4 : text_[at + 1] == 'U' ? 8 : 0;
            while (end < at + 2 + digits && (is_ascii_letter(peek(end)) || is_digit(peek(end)))) ++end;
            diagnostics_.add(Code::XF213, places_.span(at, end), Message(messages::unknown_escape, text_.substr(at, end - at)))
                .suggest(Message(messages::known_escapes));
        }
        ++at;   // what the backslash stands before ends no text
    }
    auto end = static_cast<std::uint32_t>(std::min(text_.find('\n', begin), text_.size()));
    if (end > begin && text_[end - 1] == '\r') --end;
    diagnostics_.add(Code::XF203, places_.span(begin, end), Message(messages::text_not_ended))
        .suggest(Message(messages::text_ends_on_line));
    push(Kind::broken, begin, end);
}

bool Scanner::escape(std::uint32_t backslash) {
    const char c = peek(backslash + 1);
    if (c != 'u' && c != 'U') return c != '\0' && std::string_view("btnfr\"\\").find(c) != std::string_view::npos;
    std::uint32_t point = 0;
    const std::uint32_t digits = c == 'u' ? 4 : 8;
    for (std::uint32_t i = 0; i < digits; ++i) {
        const char h = peek(backslash + 2 + i);
        const std::size_t value = std::string_view("0123456789abcdef").find(is_ascii_letter(h) ? static_cast<char>(h | 0x20) : h);
        if (value == std::string_view::npos || point > 0x10FFFF) return false;
        point = point * 16 + static_cast<std::uint32_t>(value);
    }
    return point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
}

void Scanner::regex() {
    const std::uint32_t begin = at_;
    for (std::uint32_t at = begin + 1; at < text_.size() && text_[at] != '\n'; ++at) {
        if (text_[at] == '/') return push(Kind::regex, begin, at + 1);
        if (text_[at] == '\\' && peek(at + 1) != '\n') ++at;
    }
    auto end = static_cast<std::uint32_t>(std::min(text_.find('\n', begin), text_.size()));
    if (end > begin && text_[end - 1] == '\r') --end;
    diagnostics_.add(Code::XF203, places_.span(begin, end), Message(messages::regex_not_ended))
        .suggest(Message(messages::regex_ends_on_line));
    push(Kind::broken, begin, end);
}

void Scanner::punctuation() {
    const std::uint32_t begin = at_;
    const std::string_view rest = text_.substr(begin);
    // The table is long and foreign operators are rare: look only where one can begin.
    const bool candidate = static_cast<unsigned char>(rest.front()) >= 0x80 || kForeignFirst.has(rest.front()) ||
                           kForeignSecond.has(peek(begin + 1));
    const std::uint32_t row = candidate ? foreign_operator(rest) : static_cast<std::uint32_t>(kForeignOperators.size());
    const bool unequal = rest.substr(0, 2) == "!=" && rest.substr(0, 3) != "!==";
    if (row < kForeignOperators.size() && !unequal)
        return push(Kind::foreign, begin, begin + static_cast<std::uint32_t>(kForeignOperators[row].written.size()), row);
    const auto two = [&](std::string_view spelling) { return rest.substr(0, 2) == spelling; };
    if (two("..")) return push(Kind::dots, begin, begin + 2);
    if (two("!=")) return push(Kind::not_equal, begin, begin + 2);
    if (two("<=")) return push(Kind::less_equal, begin, begin + 2);
    if (two(">=")) return push(Kind::greater_equal, begin, begin + 2);
    if (const Kind kind = kPunctuation[static_cast<unsigned char>(rest.front())]; kind != Kind::unknown)
        return push(kind, begin, begin + 1);
    push(Kind::unknown, begin, begin + std::max(1U, character_at(text_, begin).length));
}

}  // namespace crossfoot::syntax
