#include "engine/text/message.hpp"

namespace crossfoot {

Message Message::verbatim(std::string text) {
    Message message;
    message.verbatim_ = std::move(text);
    return message;
}

std::string Message::in(Language language) const {
    if (template_ == nullptr) return verbatim_;
    const std::string_view text = template_->in(language);
    std::string out;
    out.reserve(text.size() + 32);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool brace = text[i] == '{' || text[i] == '}';
        if (brace && i + 1 < text.size() && text[i + 1] == text[i]) {
            out += text[i++];
        } else if (text[i] == '{') {
            const auto index = static_cast<std::size_t>(text[i + 1] - '0');
            if (index < arguments_.size()) {
                const auto& [plain, nested] = arguments_[index];
                out += nested.empty() ? plain : nested.front().in(language);
            }
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

}  // namespace crossfoot
