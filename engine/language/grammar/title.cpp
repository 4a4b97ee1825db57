// Titles with holes: `{path}` is a path, `{{` and `}}` are braces. The text is decoded first, so a hole may hold
// quoted keys, whose quotes are escaped in the title; places are mapped back to the characters as written.
#include <algorithm>

#include "engine/language/expected.hpp"
#include "engine/language/grammar/grammar.hpp"
#include "engine/language/messages.hpp"
#include "engine/language/scan.hpp"

namespace crossfoot::syntax {

namespace {

bool is_brace(char c) { return c == '{' || c == '}'; }

class TitleReader {
public:
    TitleReader(std::string_view value, Places places, const ParseLimits& limits, Diagnostics& diagnostics)
        : value_(value), places_(std::move(places)), limits_(limits), diagnostics_(diagnostics) {}

    std::vector<ast::Title::Piece> read() {
        pieces_.reserve(3);   // most titles have one path, and text around it
        std::uint32_t from = 0;
        std::uint32_t at = 0;
        while (at < value_.size()) {
            const char c = value_[at];
            if (!is_brace(c)) {
                std::uint32_t run = at;
                while (run < value_.size() && !is_brace(value_[run])) ++run;
                plain_.append(value_.substr(at, run - at));
                at = run;
                continue;
            }
            if (at + 1 < value_.size() && value_[at + 1] == c) { plain_.push_back(c); at += 2; continue; }
            if (c == '}') { plain_.push_back(c); ++at; continue; }   // closes nothing: a brace like any character
            flush(from, at);
            const std::uint32_t end = hole_end(at + 1);
            if (end == value_.size()) {
                diagnostics_.add(Code::XF201, places_.span(at, at + 1), Message(messages::hole_not_closed, "}"))
                    .suggest(Message(messages::brace_in_title, "{{"));
                return std::move(pieces_);
            }
            hole(at + 1, end);
            from = at = end + 1;
        }
        flush(from, at);
        return std::move(pieces_);
    }

private:
    void flush(std::uint32_t from, std::uint32_t to) {
        if (plain_.empty()) return;
        pieces_.push_back({std::move(plain_), nullptr, places_.span(from, to)});
        plain_.clear();
    }

    // Where the hole's `}` stands: braces inside (`a.{b, c}`) and quoted keys are stepped over.
    [[nodiscard]] std::uint32_t hole_end(std::uint32_t at) const {
        unsigned open = 0;
        bool quoted = false;
        for (; at < value_.size(); ++at) {
            const char c = value_[at];
            if (c == '\\' && quoted) ++at;
            else if (c == '"') quoted = !quoted;
            else if (c == '{' && !quoted) ++open;
            else if (c == '}' && !quoted && open-- == 0) return at;
        }
        return static_cast<std::uint32_t>(value_.size());
    }

    void hole(std::uint32_t begin, std::uint32_t end) {
        // The path is scanned as a text of its own, whose offsets are counted from its first character.
        const Places inside = places_.part(begin, end);
        Tokens tokens = scan(value_.substr(begin, end - begin), inside, diagnostics_);
        mark_structure(tokens, inside, limits_, diagnostics_);
        Builder builder(tokens, inside, limits_, diagnostics_);
        const Token* at = tokens.all.data();
        const Token* last = at + tokens.all.size() - 1;
        std::optional<Failure> failure = parse_part(Part::path, at, last, builder);
        if (!failure && at != last) failure = Failure{at, "hole_end"};
        if (failure) return report(*failure, tokens, inside, diagnostics_, Within::hole);
        if (!builder.spoilt()) pieces_.push_back({{}, builder.take_expression(), places_.span(begin - 1, end + 1)});
    }

    std::string_view value_;
    Places places_;
    const ParseLimits& limits_;
    Diagnostics& diagnostics_;
    std::string plain_;
    std::vector<ast::Title::Piece> pieces_;
};

}  // namespace

ast::Title read_title(const Tokens& tokens, const Token& token, const Places& places, const ParseLimits& limits,
                      Diagnostics& diagnostics) {
    ast::Title title;
    title.span = places.span(token.begin, token.end);
    const std::string_view quoted = tokens.text_of(token);
    if (!token.is(flag::escaped)) {
        title.value = quoted.substr(1, quoted.size() - 2);
        if (std::any_of(title.value.begin(), title.value.end(), is_brace)) {
            title.pieces = TitleReader(title.value, places.part(token.begin + 1, token.end - 1), limits, diagnostics).read();
        } else if (!title.value.empty()) {
            title.pieces.push_back({title.value, nullptr, places.span(token.begin + 1, token.end - 1)});
        }
        return title;
    }
    std::vector<std::uint32_t> written_at;
    title.value = decode_string(quoted, &written_at);
    for (std::uint32_t& offset : written_at) offset = places.span(token.begin + offset, token.end).begin;
    Places decoded(places.file(), std::move(written_at));
    title.pieces = TitleReader(title.value, std::move(decoded), limits, diagnostics).read();
    return title;
}

}  // namespace crossfoot::syntax
