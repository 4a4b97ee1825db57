#include "engine/dataset/nesting.hpp"

#include <vector>

namespace crossfoot::loading {

namespace {

// Knows just as much of TOML as to tell brackets and the dots of keys from what stands in strings,
// comments and numbers. On broken TOML it may count wrong, which is harmless: the parser stops there.
class NestingScan {
public:
    NestingScan(std::string_view text, unsigned most) : text_(text), most_(most) {}

    std::optional<std::uint32_t> first_too_deep() {
        while (at_ < text_.size()) {
            step();
            if (depth() > most_) return static_cast<std::uint32_t>(at_ - 1);
        }
        return std::nullopt;
    }

private:
    struct Bracket {
        bool table = false;    // `{`: keys stand in it
        unsigned dots = 0;     // steps of the key before the value that is being read
    };

    [[nodiscard]] std::size_t depth() const { return header_ + dots_ + inner_dots_ + brackets_.size(); }

    void step() {
        const char c = text_[at_];
        if (c == '"' || c == '\'') return skip_string();
        ++at_;
        if (c == '#') return skip_comment();
        if (c == '\n' && brackets_.empty()) return begin_line();
        if (in_header_) return header(c);
        if (c == '.' && in_key_) return count_dot();
        if (c == '=') in_key_ = false;
        if (c == '[' && line_start_) return begin_header();
        if (c == '[' || c == '{') return open(c == '{');
        if (c == ']' || c == '}') return close();
        if (c == ',') return next_member();
        if (c != ' ' && c != '\t' && c != '\r') line_start_ = false;
    }

    void begin_line() {
        line_start_ = in_key_ = true;
        in_header_ = false;
        dots_ = 0;
    }

    void begin_header() {
        in_header_ = true;
        line_start_ = false;
        header_ = 1;
    }

    void header(char c) {
        if (c == '.' || c == '[') ++header_;
    }

    void count_dot() {
        line_start_ = false;
        if (brackets_.empty()) {
            ++dots_;
        } else {
            ++brackets_.back().dots;
            ++inner_dots_;
        }
    }

    void open(bool table) {
        line_start_ = false;
        brackets_.push_back({table, 0});
        in_key_ = table;
    }

    void close() {
        line_start_ = false;
        in_key_ = false;
        if (brackets_.empty()) return;
        inner_dots_ -= brackets_.back().dots;
        brackets_.pop_back();
    }

    void next_member() {
        line_start_ = false;
        if (brackets_.empty()) return;
        inner_dots_ -= brackets_.back().dots;
        brackets_.back().dots = 0;
        in_key_ = brackets_.back().table;
    }

    void skip_comment() {
        while (at_ < text_.size() && text_[at_] != '\n') ++at_;
    }

    void skip_string() {
        line_start_ = false;
        const char quote = text_[at_];
        const std::string_view rest = text_.substr(at_);
        const bool multi_line = rest.size() >= 3 && rest[1] == quote && rest[2] == quote;
        at_ += multi_line ? 3 : 1;
        for (; at_ < text_.size(); ++at_) {
            if (text_[at_] == '\\' && quote == '"') {
                ++at_;
            } else if (text_[at_] == '\n' && !multi_line) {
                return;   // not ended: the parser will say so
            } else if (text_[at_] == quote) {
                if (!multi_line) break;
                if (text_.substr(at_).starts_with(std::string_view(quote == '"' ? "\"\"\"" : "'''"))) {
                    at_ += 2;
                    break;
                }
            }
        }
        if (at_ < text_.size()) ++at_;
    }

    std::string_view text_;
    unsigned most_;
    std::size_t at_ = 0;
    bool line_start_ = true, in_key_ = true, in_header_ = false;
    unsigned header_ = 0, dots_ = 0, inner_dots_ = 0;
    std::vector<Bracket> brackets_;
};

}  // namespace

std::optional<std::uint32_t> first_too_deep(std::string_view text, unsigned most) {
    return NestingScan(text, most).first_too_deep();
}

}  // namespace crossfoot::loading
