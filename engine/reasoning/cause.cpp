#include "engine/reasoning/cause.hpp"

namespace crossfoot {

std::string_view to_string(CauseKind kind) {
    switch (kind) {
        case CauseKind::digit_replaced: return "digit_replaced";
        case CauseKind::digit_omitted: return "digit_omitted";
        case CauseKind::digit_added: return "digit_added";
        case CauseKind::digits_exchanged: return "digits_exchanged";
        case CauseKind::sign: return "sign";
        case CauseKind::power_of_ten: return "power_of_ten";
        case CauseKind::percent_for_points: return "percent_for_points";
        case CauseKind::wrong_base: return "wrong_base";
        case CauseKind::truncated: return "truncated";
        case CauseKind::figures_exchanged: return "figures_exchanged";
        case CauseKind::last_year: return "last_year";
        case CauseKind::part_left_out: return "part_left_out";
        case CauseKind::part_twice: return "part_twice";
        case CauseKind::years_exchanged: return "years_exchanged";
        case CauseKind::round_number: return "round_number";
        case CauseKind::rounded_whole: return "rounded_whole";
        case CauseKind::truncated_total: break;
    }
    return "truncated_total";
}

}  // namespace crossfoot
