#include "engine/text/diagnostic.hpp"

#include <algorithm>
#include <tuple>

namespace crossfoot {

Diagnostic& Diagnostic::label(Span where, Message text) & {
    labels.push_back({where, std::move(text)});
    return *this;
}

Diagnostic& Diagnostic::suggest(Message text) & {
    help.push_back(std::move(text));
    return *this;
}

Diagnostic&& Diagnostic::label(Span where, Message text) && {
    return std::move(label(where, std::move(text)));   // the overload for lvalues
}

Diagnostic&& Diagnostic::suggest(Message text) && {
    return std::move(suggest(std::move(text)));
}

bool is_error(const Diagnostic& diagnostic) { return !is_warning(diagnostic.code); }

Diagnostic& Diagnostics::add(Code code, Span span, Message headline) {
    // Past the limit the newest takes the last place again, so that the caller still gets one to write to.
    if (kept_.size() >= kMost) {
        ++left_out_;
        kept_.pop_back();
    }
    kept_.push_back({code, std::move(headline), span, {}, {}, {}, {}});
    if (!is_warning(code)) ++errors_;
    return kept_.back();
}

void Diagnostics::add(Diagnostic diagnostic) {
    if (is_error(diagnostic)) ++errors_;
    if (kept_.size() >= kMost) ++left_out_;
    else kept_.push_back(std::move(diagnostic));
}

void Diagnostics::append(Diagnostics other) {
    for (Diagnostic& each : other.kept_) add(std::move(each));
    left_out_ += other.left_out_;
}

void Diagnostics::sort(const SourceMap& sources) {
    const auto key = [&](const Diagnostic& each) {
        const std::string& file = each.span.valid() ? sources.file(each.span.file).name() : each.file;
        return std::tuple(std::string_view(file), each.span.begin, each.span.end, each.code, each.headline.in(Language::en));
    };
    std::stable_sort(kept_.begin(), kept_.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    const auto same = [&](const auto& a, const auto& b) { return key(a) == key(b); };
    kept_.erase(std::unique(kept_.begin(), kept_.end(), same), kept_.end());
}

}  // namespace crossfoot
