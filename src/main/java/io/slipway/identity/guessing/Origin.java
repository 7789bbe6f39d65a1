package io.slipway.identity.guessing;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where an attempt comes from, as failures are counted: a network that anybody may share,
 * or something that only the person has.
 *
 * @param own whether only the person can be there, so that others' failures are of no
 * concern
 */
public record Origin(String name, boolean own) {

    /** A session of the person, where the password is asked again. */
    public static final Origin SESSION = new Origin("session", true);

    private static final int LENGTH = 60;

    private static final int IPV6_NETWORK_BYTES = 8;

    /**
     * An address of the network. One IPv6 client has a whole network of addresses, so
     * they count together.
     * @param address the client's address
     */
    public static Origin address(String address) {
        if (address.indexOf(':') < 0) {
            return new Origin(address.substring(0, Math.min(address.length(), LENGTH)), false);
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return new Origin((parsed instanceof Inet6Address)
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), IPV6_NETWORK_BYTES)) + "/64"
                    : parsed.getHostAddress(), false);
        }
        catch (UnknownHostException ex) {
            return new Origin("unknown", false);
        }
    }

    static Origin device(long id) {
        return new Origin("device/" + id, true);
    }

}
