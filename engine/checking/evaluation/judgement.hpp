// The three truths of a relation and how they combine (page 1.4): a pair (possible, certain), each true, false or
// unknown (Kleene 1952), with the agreement of its relations and the reason where it could not be computed.
#pragma once

#include <optional>

#include "engine/checking/findings.hpp"

namespace crossfoot {

[[nodiscard]] constexpr Truth negation(Truth a) {
    return a == Truth::yes ? Truth::no : a == Truth::no ? Truth::yes : Truth::unknown;
}
[[nodiscard]] constexpr Truth conjunction(Truth a, Truth b) { return a < b ? a : b; }
[[nodiscard]] constexpr Truth disjunction(Truth a, Truth b) { return a < b ? b : a; }
[[nodiscard]] constexpr Truth truth(bool value) { return value ? Truth::yes : Truth::no; }

// Why something has no value.
struct Failure {
    Code code = Code::XF501;
    Message reason;
};

struct Judgement {
    Truth possible = Truth::unknown;
    Truth certain = Truth::unknown;
    std::optional<Agreement> agreement;
    std::optional<Failure> failure;      // the first one met; kept only while it matters

    [[nodiscard]] static Judgement known(bool value) { return {truth(value), truth(value), {}, {}}; }
    [[nodiscard]] static Judgement failed(Failure failure) { return {Truth::unknown, Truth::unknown, {}, std::move(failure)}; }
};

// possible(not A) = not certain(A); no agreement is left.
[[nodiscard]] Judgement negation(const Judgement& a);
// An `and` has its weakest part's agreement, an `or` its strongest.
[[nodiscard]] Judgement conjunction(const Judgement& a, const Judgement& b);
[[nodiscard]] Judgement disjunction(const Judgement& a, const Judgement& b);

}  // namespace crossfoot
