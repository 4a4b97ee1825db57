// What stands between the tokens of a file: comments and blank lines. The printer writes the same tokens in the same
// order, so the n-th token written has before it what stood before the n-th token read.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/language/ast.hpp"
#include "engine/language/token.hpp"

namespace crossfoot::printing {

struct CommentHere {
    std::string_view text;       // without blanks at its end
    bool ends_line = false;      // stands after a token on the same line
    bool blank_before = false;   // a blank line stands before it
};

class Trivia {
public:
    // Nothing between any tokens: for trees that were never a file.
    Trivia() = default;
    // `text` must outlive this.
    Trivia(std::string_view text, const std::vector<ast::Comment>& comments);

    // Tokens count from 0; the end of the file has the last number.
    [[nodiscard]] std::span<const CommentHere> before(std::size_t token) const;
    // Whether a blank line stands directly before the token, after its comments.
    [[nodiscard]] bool blank_before(std::size_t token) const;
    // Whether there are comments before any of the tokens (first, last].
    [[nodiscard]] bool comments_between(std::size_t first, std::size_t last) const;

private:
    std::vector<CommentHere> comments_;
    std::vector<std::uint32_t> first_comment_;   // of each token, and one past the end
    std::vector<bool> blank_;
};

}  // namespace crossfoot::printing
