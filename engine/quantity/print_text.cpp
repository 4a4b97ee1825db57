#include "engine/quantity/print_text.hpp"

namespace crossfoot {
namespace {

struct Character {
    char plain;          // what it becomes; 0: stands for itself
    std::size_t length;  // in bytes
};

Character character(std::string_view text, std::size_t at) {
    const char c = text[at];
    switch (c) {
        case '\r': return {' ', text.substr(at, 2) == "\r\n" ? 2U : 1U};
        case '\n': case '\t': case ' ': return {' ', 1};
        case '\xC2':
            if (text.substr(at, 2) == "\xC2\xA0") return {' ', 2};           // no-break space
            break;
        case '\xE2': {
            const std::string_view three = text.substr(at, 3);
            if (three == "\xE2\x80\xAF" || three == "\xE2\x80\x89") return {' ', 3};   // narrow no-break, thin
            if (three == "\xE2\x88\x92" || three == "\xE2\x80\x93") return {'-', 3};   // minus, en dash
            if (three == "\xE2\x80\x99") return {'\'', 3};                             // typographic apostrophe
            break;
        }
        default: break;
    }
    return {0, 1};
}

}  // namespace

// Calls each(plain byte, begin, end) for every byte of the uniform text with its place in the original.
template <class Each>
void PrintText::walk(std::string_view original, Each each) {
    char last = ' ';
    std::size_t spaces = 0, spaces_begin = 0, spaces_end = 0;
    for (std::size_t at = 0; at < original.size();) {
        if (const char c = original[at]; spaces == 0 && c > ' ') {   // ASCII that stands for itself, in a row
            each(c, at, at + 1);
            last = c;
            ++at;
            continue;
        }
        const auto [plain, length] = character(original, at);
        if (plain == ' ') {
            if (spaces++ == 0) spaces_begin = at;
            spaces_end = at + length;
        } else {
            const char c = plain != 0 ? plain : original[at];
            if (spaces > 0 && last != ' ') {
                if (spaces > 1 && is_digit(last) && is_digit(c)) each(' ', spaces_begin, spaces_begin);
                each(' ', spaces_begin, spaces_end);
            }
            spaces = 0;
            each(c, at, at + length);
            last = c;
        }
        at += length;
    }
}

PrintText::PrintText(std::string_view original) : original_(original.substr(0, kLongestPrint)) {
    walk(original_, [this](char c, std::size_t begin, std::size_t end) {
        if (size_ == 0) begin_ = begin;
        end_ = end;
        bytes_[size_++] = c;
        has_digit_ = has_digit_ || is_digit(c);
    });
}

std::uint32_t PrintText::original_begin(std::size_t offset) const {
    if (offset == 0 && size_ > 0) return static_cast<std::uint32_t>(begin_);
    std::size_t seen = 0, found = original_.size();
    walk(original_, [&](char, std::size_t begin, std::size_t) {
        if (seen++ == offset) found = begin;
    });
    return static_cast<std::uint32_t>(found);
}

std::uint32_t PrintText::original_end(std::size_t offset) const {
    if (offset == size_) return static_cast<std::uint32_t>(end_);
    std::size_t seen = 0, found = 0;
    walk(original_, [&](char, std::size_t, std::size_t end) {
        if (++seen <= offset) found = end;
    });
    return static_cast<std::uint32_t>(found);
}

// U+0300 to U+036F are CC 80 to CD AF.
bool has_combining_mark(std::string_view text) {
    if (text.find('\xCC') == std::string_view::npos && text.find('\xCD') == std::string_view::npos) return false;
    for (std::size_t at = text.find_first_of("\xCC\xCD"); at != std::string_view::npos; at = text.find_first_of("\xCC\xCD", at + 1))
        if (at > 0 && (text[at] == '\xCC' || (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) <= 0xAF))) return true;
    return false;
}

std::string tidy(std::string_view name) {
    if (has_combining_mark(name))
        if (const std::string whole = composed(name); whole != name) return tidy(whole);
    std::string out;
    bool space = false;
    for (std::size_t at = 0; at < name.size();) {
        const auto [plain, length] = character(name, at);
        if (plain == ' ') {
            space = !out.empty();
        } else {
            if (space) out += ' ';
            space = false;
            out += plain != 0 ? plain : name[at];
        }
        at += length;
    }
    return out;
}

namespace {

// The Latin-1 letters are C3 80–9E (capitals) and C3 A0–BE; œ and Œ are C5 93 and C5 92.
std::string with_first_letter(std::string_view text, bool raise) {
    std::string out(text);
    if (text.empty()) return out;
    const char from = raise ? 'a' : 'A', to = raise ? 'z' : 'Z';
    if (text[0] >= from && text[0] <= to) {
        out[0] = static_cast<char>(text[0] + (raise ? 'A' - 'a' : 'a' - 'A'));
    } else if (text.size() > 1 && text[0] == '\xC3') {
        const auto second = static_cast<unsigned char>(text[1]);
        const unsigned low = raise ? 0xA0U : 0x80U, high = raise ? 0xBEU : 0x9EU;
        if (second >= low && second <= high && second != 0x97 && second != 0xB7)   // × and ÷ are no letters
            out[1] = static_cast<char>(raise ? second - 0x20U : second + 0x20U);
    } else if (text.starts_with(raise ? "\xC5\x93" : "\xC5\x92")) {
        out[1] = raise ? '\x92' : '\x93';
    }
    return out;
}

}  // namespace

std::string first_letter_lowered(std::string_view text) { return with_first_letter(text, false); }
std::string first_letter_raised(std::string_view text) { return with_first_letter(text, true); }

}  // namespace crossfoot
