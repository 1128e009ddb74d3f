package cn.dangjian.gateway.address;

import java.net.InetAddress;
import java.util.List;

/** A range of addresses such as {@code 10.0.0.0/8} or {@code ::1}. */
public record Network(InetAddress base, int bits) {

    public Network {
        if (bits < 0 || bits > base.getAddress().length * 8)
            throw new IllegalArgumentException("Prefix length " + bits);
    }

    /** Reads an address, with or without a prefix length; names are refused. */
    public static Network valueOf(String text) {
        int slash = text.indexOf('/');
        var base = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        return new Network(
                base, slash < 0 ? base.getAddress().length * 8 : Integer.parseInt(text.substring(slash + 1)));
    }

    public static boolean anyContains(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    boolean contains(InetAddress address) {
        byte[] here = base.getAddress();
        byte[] there = address.getAddress();
        if (here.length != there.length) return false;
        for (int bit = 0; bit < bits; bit += 8) {
            int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit));
            if ((here[bit / 8] & mask) != (there[bit / 8] & mask)) return false;
        }
        return true;
    }
}
