#include "engine/cli/stack.hpp"

#include <pthread.h>
#include <sys/resource.h>

#include <cstddef>

namespace crossfoot::cli {
namespace {

constexpr std::size_t kStackBytes = 8U << 20U;

struct Asked {
    int (*work)(int, char**);
    int argc;
    char** argv;
    int result;
};

void* do_work(void* asked) {
    auto* all = static_cast<Asked*>(asked);
    all->result = all->work(all->argc, all->argv);
    return nullptr;
}

}  // namespace

int with_stack(int (*work)(int, char**), int argc, char** argv) {
    pthread_attr_t attributes;
    if (pthread_getattr_default_np(&attributes) != 0) return work(argc, argv);
    std::size_t size = 0;
    pthread_attr_getstacksize(&attributes, &size);
    if (size < kStackBytes && pthread_attr_setstacksize(&attributes, kStackBytes) == 0) pthread_setattr_default_np(&attributes);
    pthread_attr_destroy(&attributes);
    rlimit limit{};
    if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur >= kStackBytes) return work(argc, argv);
    Asked asked{work, argc, argv, 0};
    pthread_t thread{};
    if (pthread_create(&thread, nullptr, do_work, &asked) != 0) return work(argc, argv);
    pthread_join(thread, nullptr);
    return asked.result;
}

}  // namespace crossfoot::cli
