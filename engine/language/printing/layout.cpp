#include "engine/language/printing/layout.hpp"

#include <algorithm>

namespace crossfoot::printing {

Layout& Layout::token(std::string_view text) {
    items_.push_back({Op::token, std::string(text), 0});
    return *this;
}

Layout& Layout::closer(std::string_view text) {
    items_.push_back({Op::closer, std::string(text), 0});
    return *this;
}

std::size_t Layout::open() {
    open_.push_back(items_.size());
    items_.push_back({Op::open, {}, 0});
    return open_.back();
}

Layout& Layout::close() {
    items_[open_.back()].other = items_.size();
    open_.pop_back();
    return add(Op::close);
}

Layout& Layout::indent_after(std::size_t group) {
    items_.push_back({Op::indent, {}, group + 1});
    return *this;
}

class Layout::Writer {
public:
    Writer(const std::vector<Item>& items, const Trivia& trivia, std::size_t indent, std::size_t& token)
        : items_(items), trivia_(trivia), token_(token), first_(token), column_(indent), broken_(items.size(), false),
          indents_{indent} {
        measure();
    }

    std::string write() {
        for (std::size_t at = 0; at < items_.size(); ++at) {
            const Item& item = items_[at];
            switch (item.op) {
                case Op::token: case Op::closer: word(at); break;
                case Op::space: if (between_ == Between::nothing) between_ = Between::space; break;
                case Op::line: case Op::soft:
                    if (!groups_.empty() && broken_[groups_.back()]) between_ = Between::new_line;
                    else if (item.op == Op::line && between_ == Between::nothing) between_ = Between::space;
                    break;
                case Op::hard: between_ = Between::new_line; break;
                case Op::open:
                    broken_[at] = !fits(at);
                    groups_.push_back(at);
                    break;
                case Op::close: groups_.pop_back(); break;
                case Op::indent: {
                    const bool twice = item.other > 0 && broken_[item.other - 1];
                    indents_.push_back(indents_.back() + (twice ? 2 * kIndent : kIndent));
                    break;
                }
                case Op::dedent: indents_.pop_back(); break;
            }
        }
        return std::move(out_);
    }

private:
    enum class Between : std::uint8_t { nothing, space, new_line };

    // Width, number of tokens and hard breaks up to each item, all on one line.
    void measure() {
        extents_.reserve(items_.size() + 1);
        extents_.push_back({0, 0, false});
        hard_.push_back(0);
        for (const Item& item : items_) {
            Extent next = extents_.back();
            std::size_t hard = hard_.back();
            if (item.op == Op::token || item.op == Op::closer) {
                next.width += character_count(item.text);
                ++next.tokens;
            }
            if (item.op == Op::space || item.op == Op::line) ++next.width;
            if (item.op == Op::hard) ++hard;
            extents_.push_back(next);
            hard_.push_back(hard);
        }
        // The nearest place from each item on where a line may break.
        next_break_.assign(items_.size() + 1, items_.size());
        for (std::size_t at = items_.size(); at-- > 0;) {
            const Op op = items_[at].op;
            next_break_[at] = op == Op::line || op == Op::soft || op == Op::hard ? at : next_break_[at + 1];
        }
    }

    // Whether the group, and what sticks to its end, goes on the line; nothing inside a group on one line breaks.
    [[nodiscard]] bool fits(std::size_t open) const {
        if (!groups_.empty() && !broken_[groups_.back()]) return true;
        const std::size_t close = items_[open].other;
        if (hard_[close] > hard_[open]) return false;
        const std::size_t before = extents_[open].tokens;
        const std::size_t last = extents_[close].tokens;
        if (last > before && trivia_.comments_between(first_ + before, first_ + last - 1)) return false;
        const std::size_t start = between_ == Between::new_line ? indents_.back() : column_ + (between_ == Between::space ? 1 : 0);
        return start + extents_[next_break_[close]].width - extents_[open].width <= kWidth;
    }

    void word(std::size_t at) {
        const Item& item = items_[at];
        if (token_ != first_) comments(item.op == Op::closer);
        if (between_ == Between::new_line) new_line(indents_.back());
        else if (between_ == Between::space) put(" ");
        between_ = Between::nothing;
        put(item.text);
        ++token_;
    }

    void comments(bool before_closer) {
        const std::size_t indent = indents_.back() + (before_closer ? kIndent : 0);
        for (const CommentHere& comment : trivia_.before(token_)) {
            if (comment.ends_line) put("  ");
            else new_line(indent);
            put(comment.text);
            between_ = Between::new_line;
        }
    }

    void put(std::string_view text) {
        out_.append(text);
        column_ += character_count(text);
    }
    void new_line(std::size_t indent) {
        out_.push_back('\n');
        out_.append(indent, ' ');
        column_ = indent;
    }

    const std::vector<Item>& items_;
    const Trivia& trivia_;
    std::size_t& token_;
    const std::size_t first_;
    std::string out_;
    std::size_t column_;
    Between between_ = Between::nothing;
    std::vector<bool> broken_;
    std::vector<std::size_t> indents_;
    std::vector<std::size_t> groups_;
    std::vector<Extent> extents_;
    std::vector<std::size_t> hard_;
    std::vector<std::size_t> next_break_;
};

std::string Layout::render(const Trivia& trivia, std::size_t indent, std::size_t& token) {
    return Writer(items_, trivia, indent, token).write();
}

}  // namespace crossfoot::printing
