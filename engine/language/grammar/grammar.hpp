// What the grammar can parse, for those who drive it: no Spirit in here. Each call parses one thing from `at` on.
#pragma once

#include <optional>
#include <string>

#include "engine/language/grammar/builder.hpp"
#include "engine/language/token.hpp"

namespace crossfoot::syntax {

enum class Part : std::uint8_t { expression, path, use, define, group, rule };

// Where the grammar could not go on, and the name of what it needed there (see expected.hpp).
struct Failure {
    const Token* where;
    std::string expected;
};

// On success nothing, `at` past the part and its tree in the builder; of a group, only its header up to `{`.
[[nodiscard]] std::optional<Failure> parse_part(Part part, const Token*& at, const Token* end, Builder& builder);

}  // namespace crossfoot::syntax
