#include "engine/dataset/file_kind.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <system_error>

#include "engine/dataset/messages.hpp"

namespace crossfoot::loading {

Message system_reason(int error) {
    switch (error) {
        case ENOENT: return Message(messages::no_such_file);
        case EACCES:
        case EPERM: return Message(messages::no_permission);
        case EISDIR: return Message(messages::is_a_directory);
        case ENOTDIR: return Message(messages::not_a_directory);
        case ELOOP: return Message(messages::link_cycle);
        default: return Message::verbatim(std::generic_category().message(error));
    }
}

Message kind_told(mode_t mode) {
    if (S_ISDIR(mode)) return Message(messages::is_a_directory);
    if (S_ISFIFO(mode)) return Message(messages::is_a_pipe);
    if (S_ISSOCK(mode)) return Message(messages::is_a_socket);
    if (S_ISCHR(mode) || S_ISBLK(mode)) return Message(messages::is_a_device);
    return Message(messages::not_regular);
}

std::optional<Message> no_regular_file(const std::string& path) {
    struct stat there{};
    if (::stat(path.c_str(), &there) != 0) return system_reason(errno);
    if (S_ISREG(there.st_mode)) return std::nullopt;
    return kind_told(there.st_mode);
}

}  // namespace crossfoot::loading
