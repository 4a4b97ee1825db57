// One TOML value that is no table and no array: what it is in a dataset (page 2: figure, then date, then
// text; integers and decimals as written; dates; truths).
#pragma once

#include <optional>
#include <string>

#include "engine/dataset/loading.hpp"

namespace crossfoot::loading {

// A value read; its node has kind and payload, and no place in the tree yet.
struct ReadValue {
    Node node;
    std::optional<NotAFigure> unread;   // a text that looks like a figure and is none
};

// Nothing, and a diagnostic, where the value cannot stand for anything. The figure, text or date is added
// to the dataset; the node is not.
[[nodiscard]] std::optional<ReadValue> read_value(const Value& value, const Context& context, Loading& loading);

// The digits of a TOML integer or float as they are written, without underscores and plus sign (an integer in hex,
// octal or binary in decimal); nothing, and XF109, for exponents, inf and nan.
[[nodiscard]] std::optional<std::string> plain_digits(const Value& value, Loading& loading);

}  // namespace crossfoot::loading
