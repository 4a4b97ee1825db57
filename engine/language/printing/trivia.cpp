#include "engine/language/printing/trivia.hpp"

#include <algorithm>

#include "engine/language/scan.hpp"

namespace crossfoot::printing {

namespace {

std::size_t line_ends(std::string_view text, std::size_t from, std::size_t to) {
    const std::string_view between = text.substr(from, to - from);
    return static_cast<std::size_t>(std::count(between.begin(), between.end(), '\n'));
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

}  // namespace

Trivia::Trivia(std::string_view text, const std::vector<ast::Comment>& comments) {
    Diagnostics known;   // what is wrong has been said when the file was parsed
    const syntax::Tokens tokens = syntax::scan(text, syntax::Places(comments.empty() ? kNoFile : comments.front().span.file), known);
    std::size_t end = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;   // of the token or comment before
    std::size_t next = 0;
    bool token_before = false;
    for (const syntax::Token& token : tokens.all) {
        first_comment_.push_back(static_cast<std::uint32_t>(comments_.size()));
        for (; next < comments.size() && comments[next].span.begin < token.begin; ++next) {
            const Span span = comments[next].span;
            const std::size_t lines = line_ends(text, end, span.begin);
            comments_.push_back({trimmed(text.substr(span.begin, span.end - span.begin)), lines == 0 && token_before, lines > 1});
            end = span.end;
            token_before = false;
        }
        blank_.push_back(line_ends(text, end, token.begin) > 1);
        end = token.end;
        token_before = true;
    }
    first_comment_.push_back(static_cast<std::uint32_t>(comments_.size()));
}

std::span<const CommentHere> Trivia::before(std::size_t token) const {
    if (token + 1 >= first_comment_.size()) return {};
    return std::span(comments_).subspan(first_comment_[token], first_comment_[token + 1] - first_comment_[token]);
}

bool Trivia::blank_before(std::size_t token) const { return token < blank_.size() && blank_[token]; }

bool Trivia::comments_between(std::size_t first, std::size_t last) const {
    if (first_comment_.empty() || first + 1 >= first_comment_.size()) return false;
    return first_comment_[std::min(last + 1, first_comment_.size() - 1)] > first_comment_[first + 1];
}

}  // namespace crossfoot::printing
