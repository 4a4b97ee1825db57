// The built-in functions: names and arities in one table, used by binding, evaluation and documentation.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace crossfoot {

enum class Function : std::uint8_t {
    sum, count, min, max, mean, all, any, unique, ascending, descending, present, missing, known, given, groups, key,
    change, difference, ratio, share, same, attainable, mixture, crossfoots, exactly, length, lower, starts, ends,
    contains, prefix, year, month, weekday, days, abs, prior,
};

inline constexpr std::uint8_t kAnyNumber = 255;

struct FunctionEntry {
    Function function;
    std::string_view name;
    std::uint8_t least, most;        // positional arguments; most kAnyNumber: any number
    std::string_view named;          // the named argument it takes, or ""
    bool named_required;
    bool binds;                      // may take `x in c: …`
    bool must_bind;
    bool gives_truth;
    std::string_view shape;          // for messages and docs: "sum(collection)"
    std::string_view perhaps = "";   // a further named argument that it may take, or ""
};

[[nodiscard]] std::span<const FunctionEntry> functions();
[[nodiscard]] const FunctionEntry* find_function(std::string_view name);
[[nodiscard]] const FunctionEntry& entry(Function function);

}  // namespace crossfoot
