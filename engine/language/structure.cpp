#include "engine/language/characters.hpp"
#include "engine/language/messages.hpp"
#include "engine/language/scan.hpp"

namespace crossfoot::syntax {

namespace {

enum class Opens : std::uint8_t { file, group, keys, call, paren, list, index };

struct Frame {
    std::uint32_t token = 0;     // the opener
    Opens opens = Opens::file;
    unsigned forms = 0;          // `if` and `some` since the last comma or semicolon: each nests
};

bool lists(Opens opens) { return opens == Opens::keys || opens == Opens::call || opens == Opens::list; }

bool pairs(Kind opener, Kind closer) {
    return static_cast<int>(closer) == static_cast<int>(opener) + 1 && closer != Kind::open_bracket && closer != Kind::open_brace;
}

class Structure {
public:
    Structure(Tokens& tokens, const Places& places, const ParseLimits& limits, Diagnostics& diagnostics)
        : tokens_(tokens), all_(tokens.all), places_(places), limits_(limits), diagnostics_(diagnostics) {
        frames_.emplace_back();
    }

    void run() {
        for (at_ = 0; all_[at_].kind != Kind::end; ++at_) {
            if (is_declaration(all_[at_].kind) && declares()) declaration();
            step();
        }
        const std::uint32_t end = at_ == 0 ? 0 : all_[at_ - 1].end;
        close_down_to(0, places_.span(end, end));
    }

private:
    [[nodiscard]] Kind kind(std::size_t ahead) const { return all_[std::min(at_ + ahead, all_.size() - 1)].kind; }
    [[nodiscard]] Kind before() const { return at_ == 0 ? Kind::end : all_[at_ - 1].kind; }

    // Whether the keyword here begins a declaration rather than being a key, an id or a tag. Certain by what follows
    // (`rule total "…"`), else likely at the beginning of a line.
    [[nodiscard]] bool declares() const {
        const Kind here = all_[at_].kind;
        const Kind name = kind(1);
        const Kind then = kind(2);
        const Kind last = before();
        // After `rule` on the same line it is an id.
        if ((last == Kind::kw_rule || last == Kind::kw_group) && all_[at_ - 1].is(flag::declares) && !all_[at_].is(flag::first_on_line))
            return false;
        if (last != Kind::dot && here == Kind::kw_use && name == Kind::string) return true;
        if (here != Kind::kw_use && name == Kind::word) {
            if (then == Kind::open_paren || then == Kind::equal) return here == Kind::kw_define;
            if (here == Kind::kw_rule && (then == Kind::colon || then == Kind::kw_severity || then == Kind::kw_tags ||
                                          then == Kind::kw_note || then == Kind::kw_for))
                return true;
            if (here != Kind::kw_define && then == Kind::string) return true;
            if (here == Kind::kw_group && (then == Kind::kw_in || then == Kind::open_brace)) return true;
        }
        if (!all_[at_].is(flag::first_on_line)) return false;
        if (is_declaration(last) && all_[at_ - 1].is(flag::declares) && name == Kind::colon) return false;   // an id
        const bool key = last == Kind::dot || name == Kind::comma || name == Kind::close_brace || name == Kind::close_bracket;
        return !key || name == Kind::word || (is_keyword(name) && then == Kind::colon);
    }

    void declaration() {
        all_[at_].flags |= flag::declares;
        std::size_t keep = frames_.size();
        while (frames_[keep - 1].opens != Opens::group && frames_[keep - 1].opens != Opens::file) --keep;
        close_down_to(keep, places_.span(all_[at_].begin, all_[at_].end));
        leave_forms();
        group_pending_ = all_[at_].kind == Kind::kw_group;
        group_at_ = at_;
        reported_depth_ = reported_depth_ && depth_ > limits_.depth;
    }

    // Reports all frames from `keep` on as not closed; `here` is where the closer is missing at the latest.
    void close_down_to(std::size_t keep, Span here) {
        for (; frames_.size() > std::max<std::size_t>(keep, 1); pop()) {
            const Frame& frame = frames_.back();
            Token& opener = all_[frame.token];
            if (opener.kind == Kind::broken) continue;
            if (frame.opens != Opens::group && reported_depth_) {   // one thing is said of it already
                opener.kind = Kind::broken;
                continue;
            }
            const Span span = places_.span(opener.begin, opener.end);
            if (frame.opens == Opens::group) {
                const std::string_view name = group_name(frame.token);
                const Message headline = name.empty() ? Message(messages::not_closed, "{") : Message(messages::group_not_closed, name);
                diagnostics_.add(Code::XF202, span, headline)
                    .label(here, Message(messages::closed_by_here, "}"));
            } else {
                diagnostics_.add(Code::XF202, span, Message(messages::not_closed, tokens_.text_of(opener)))
                    .label(here, Message(messages::closed_by_here, closer_of(opener.kind)));
                opener.kind = Kind::broken;
            }
        }
    }

    [[nodiscard]] std::string_view group_name(std::size_t brace) const {
        for (std::size_t i = brace; i-- > 0;)
            if (all_[i].is(flag::declares)) return all_[i].kind == Kind::kw_group ? tokens_.text_of(all_[i + 1]) : "";
        return "";
    }

    static std::string_view closer_of(Kind opener) {
        return opener == Kind::open_paren ? ")" : opener == Kind::open_bracket ? "]" : "}";
    }

    void step() {
        const Token& token = all_[at_];
        switch (token.kind) {
            case Kind::open_paren: case Kind::open_bracket: case Kind::open_brace: return open();
            case Kind::close_paren: case Kind::close_bracket: case Kind::close_brace: return close();
            case Kind::kw_not: prefixes_ += 1; return check_depth();
            case Kind::minus:
                if (!after_operand()) { prefixes_ += 1; check_depth(); }
                return;
            case Kind::kw_if: case Kind::kw_some:
                if (before() == Kind::dot) return;
                ++frames_.back().forms;
                ++depth_;
                return check_depth();
            case Kind::semicolon: return leave_forms();
            case Kind::comma:
                if (!lists(frames_.back().opens)) comma_decimal();
                return leave_forms();
            default: prefixes_ = 0; return;
        }
    }

    [[nodiscard]] bool after_operand() const {
        switch (before()) {
            case Kind::word: case Kind::string: case Kind::number: case Kind::date: case Kind::kw_true: case Kind::kw_false:
            case Kind::close_paren: case Kind::close_bracket: case Kind::close_brace: return true;
            case Kind::star: return at_ > 1 && (all_[at_ - 2].kind == Kind::dot || all_[at_ - 2].kind == Kind::open_bracket);
            default: return is_keyword(before()) && at_ > 1 && all_[at_ - 2].kind == Kind::dot;
        }
    }

    [[nodiscard]] Opens opened() const {
        switch (all_[at_].kind) {
            case Kind::open_paren: return before() == Kind::word ? Opens::call : Opens::paren;
            case Kind::open_bracket: return after_operand() && before() != Kind::number ? Opens::index : Opens::list;
            default: break;
        }
        // In a group's header keys stand after `in`, `except` or a point; any other brace is the group's.
        const bool outside = frames_.back().opens == Opens::file || frames_.back().opens == Opens::group;
        const bool after_key = at_ > 1 && all_[at_ - 2].kind == Kind::dot;
        const bool keys = before() == Kind::dot || (!after_key && (before() == Kind::kw_except || before() == Kind::kw_in));
        const bool header = group_pending_ && outside && (!keys || at_ == group_at_ + 2);
        const bool before_rule = is_declaration(kind(1)) && (kind(2) == Kind::word || kind(2) == Kind::string);
        return header || before_rule ? Opens::group : Opens::keys;
    }

    void open() {
        prefixes_ = 0;
        const Opens what = opened();
        if (what == Opens::group) {
            group_pending_ = false;
            all_[at_].flags |= flag::group;
        }
        frames_.push_back({static_cast<std::uint32_t>(at_), what, 0});
        ++depth_;
        check_depth();
    }

    void close() {
        prefixes_ = 0;
        Token& closer = all_[at_];
        std::size_t match = frames_.size();
        // A closer reaches over brackets of other shapes, but out of a group only `}` does.
        while (match > 1 && !matches(frames_[match - 1], closer.kind)) {
            if (frames_[match - 1].opens == Opens::group) { match = 1; break; }
            --match;
        }
        if (match <= 1 && frames_.back().opens != Opens::group && frames_.size() > 1) return mismatch(closer);
        if (match <= 1) {
            diagnostics_.add(Code::XF202, places_.span(closer.begin, closer.end), Message(messages::not_opened, tokens_.text_of(closer)));
            closer.kind = Kind::broken;
            return;
        }
        close_down_to(match, places_.span(closer.begin, closer.end));
        if (frames_.back().opens == Opens::group) closer.flags |= flag::group;
        pop();
    }

    // `[ … )`: two that were meant as one pair.
    void mismatch(Token& closer) {
        Token& opener = all_[frames_.back().token];
        if (opener.kind != Kind::broken)
            diagnostics_.add(Code::XF202, places_.span(closer.begin, closer.end),
                             Message(messages::mismatch, tokens_.text_of(closer), tokens_.text_of(opener)))
                .label(places_.span(opener.begin, opener.end), Message(messages::opened_here, closer_of(opener.kind)));
        opener.kind = closer.kind = Kind::broken;
        pop();
    }

    [[nodiscard]] bool matches(const Frame& frame, Kind closer) const {
        const Kind opener = frame.opens == Opens::group || frame.opens == Opens::keys ? Kind::open_brace
                            : frame.opens == Opens::call || frame.opens == Opens::paren ? Kind::open_paren
                                                                                         : Kind::open_bracket;
        return pairs(opener, closer);
    }

    void pop() {
        leave_forms();
        frames_.pop_back();
        --depth_;
    }

    void leave_forms() {
        prefixes_ = 0;
        depth_ -= frames_.back().forms;
        frames_.back().forms = 0;
    }

    void check_depth() {
        if (depth_ + prefixes_ <= limits_.depth) return;
        // Of a row of signs the grammar must not see the first, or it would find fault with the second.
        const Token& token = all_[at_];
        if (!reported_depth_)
            diagnostics_.add(Code::XF204, places_.span(token.begin, token.end), Message(messages::too_deep, limits_.depth))
                .suggest(Message(messages::name_parts));
        reported_depth_ = true;
        all_[at_ - (prefixes_ > 0 ? prefixes_ - 1 : 0)].kind = Kind::broken;
    }

    // `0,5` where nothing is listed; in a list the comma parts two numbers.
    void comma_decimal() {
        if (at_ == 0) return;
        const Token& whole = all_[at_ - 1];
        Token& comma = all_[at_];
        const Token& part = all_[at_ + 1];
        if (!whole.is(flag::integer) || part.kind != Kind::number || whole.end != comma.begin || comma.end != part.begin) return;
        const NumberParts& parts = tokens_.numbers[part.detail];
        std::string point(tokens_.text_of(whole));
        point.append(".").append(tokens_.text.substr(parts.digits.begin, parts.digits.end - parts.digits.begin));
        const std::string_view written = tokens_.text.substr(whole.begin, parts.digits.end - whole.begin);
        diagnostics_.add(Code::XF207, places_.span(whole.begin, parts.digits.end), Message(messages::comma_decimal, written))
            .suggest(Message(messages::comma_help, point));
        comma.kind = Kind::broken;
    }

    Tokens& tokens_;
    std::vector<Token>& all_;
    const Places& places_;
    const ParseLimits& limits_;
    Diagnostics& diagnostics_;
    std::vector<Frame> frames_;
    std::size_t at_ = 0;
    unsigned depth_ = 0;
    unsigned prefixes_ = 0;       // `not` and `-` in a row
    std::size_t group_at_ = 0;    // the keyword of that header
    bool group_pending_ = false;  // in the header of a group, whose brace is still to come
    bool reported_depth_ = false;
};

}  // namespace

void mark_structure(Tokens& tokens, const Places& places, const ParseLimits& limits, Diagnostics& diagnostics) {
    Structure(tokens, places, limits, diagnostics).run();
}

}  // namespace crossfoot::syntax
