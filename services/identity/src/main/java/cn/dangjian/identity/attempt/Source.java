package cn.dangjian.identity.attempt;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * From where somebody tries: a device on which it was done before with that login, or else an address.
 *
 * @param address the caller's address
 * @param device what the caller proved to have, if anything
 */
public record Source(String address, @Nullable Device device) {

    private static final int SUBNET = 8;
    private static final int LONGEST = 64;

    /** A device (已登录设备) from which somebody has signed in with that login. */
    public record Device(String login, String id) {}

    public static Source at(String address) {
        return new Source(address, null);
    }

    /** What shares a queue and a count: an address, or with IPv6 the /64 that one client owns. */
    public static String place(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address wide
                    ? HexFormat.of().formatHex(wide.getAddress(), 0, SUBNET) + "::"
                    : address;
        } catch (IllegalArgumentException e) {
            return address.length() > LONGEST ? address.substring(0, LONGEST) : address;
        }
    }

    /** Under which name failures of a login are counted: those elsewhere do not slow down a device that has proven itself. */
    String countedFor(String login) {
        return device != null && folded(device.login()).equals(folded(login))
                ? "device:" + device.id()
                : place(address);
    }

    private static String folded(String login) {
        return login.toLowerCase(Locale.ROOT);
    }
}
