// Milliseconds from the start of a command to its first painted window, on the X display of DISPLAY.
//   premiere_fenetre COMMAND [ARG…]
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>
#include <xcb/xcb.h>

namespace
{

using Clock = std::chrono::steady_clock;

// A free()d reply, whatever its type.
template <class Reply>
struct Owned {
    Reply *reply;
    ~Owned() { std::free(reply); }
};

// Painted: the top of the window, where every program has its tools and words, shows more than a ground and a border.
bool isPainted(xcb_connection_t *display, xcb_window_t window, int width)
{
    const auto cookie =
        xcb_get_image(display, XCB_IMAGE_FORMAT_Z_PIXMAP, window, 0, 0, static_cast<uint16_t>(width), 240, ~0U);
    const Owned<xcb_get_image_reply_t> image{xcb_get_image_reply(display, cookie, nullptr)};
    if (!image.reply)
        return false;
    const auto *bytes = xcb_get_image_data(image.reply);
    std::set<uint32_t> colours;
    for (int at = 0; at + 3 < xcb_get_image_data_length(image.reply); at += 4)
        colours.insert(static_cast<uint32_t>(bytes[at]) | static_cast<uint32_t>(bytes[at + 1]) << 8U |
                       static_cast<uint32_t>(bytes[at + 2]) << 16U);
    return colours.size() > 16;
}

bool anyPaintedWindow(xcb_connection_t *display, xcb_window_t parent, int depth)
{
    const Owned<xcb_query_tree_reply_t> tree{xcb_query_tree_reply(display, xcb_query_tree(display, parent), nullptr)};
    if (!tree.reply)
        return false;
    const auto *children = xcb_query_tree_children(tree.reply);
    for (int at = 0; at < xcb_query_tree_children_length(tree.reply); ++at) {
        const auto window = children[at];
        const Owned<xcb_get_window_attributes_reply_t> attributes{
            xcb_get_window_attributes_reply(display, xcb_get_window_attributes(display, window), nullptr)};
        const Owned<xcb_get_geometry_reply_t> shape{
            xcb_get_geometry_reply(display, xcb_get_geometry(display, window), nullptr)};
        if (!attributes.reply || !shape.reply || attributes.reply->map_state != XCB_MAP_STATE_VIEWABLE)
            continue;
        if (shape.reply->width > 600 && shape.reply->height > 400 && isPainted(display, window, shape.reply->width))
            return true;
        if (depth > 0 && anyPaintedWindow(display, window, depth - 1))
            return true;
    }
    return false;
}

} // namespace

int main(int argc, char **argv)
{
    xcb_connection_t *display = xcb_connect(nullptr, nullptr);
    if (argc < 2 || xcb_connection_has_error(display) != 0) {
        std::fputs("premiere_fenetre COMMAND [ARG...], with DISPLAY set\n", stderr);
        return 2;
    }
    const auto root = xcb_setup_roots_iterator(xcb_get_setup(display)).data->root;
    const auto start = Clock::now();
    const pid_t child = fork();
    if (child == 0) {
        setpgid(0, 0);
        execvp(argv[1], argv + 1);
        _exit(127);
    }
    int result = 1;
    while (Clock::now() - start < std::chrono::seconds(30)) {
        if (anyPaintedWindow(display, root, 1)) {
            const auto spent = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count();
            std::printf("%.1f\n", static_cast<double>(spent) / 1000.0);
            result = 0;
            break;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    kill(-child, SIGKILL);
    waitpid(child, nullptr, 0);
    xcb_disconnect(display);
    return result;
}
