package io.slipway.packaging.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds the addresses of hosts, and only those that anybody in the Internet may reach:
 * what people type must not lead the portal into the network around it. The connection is
 * made to the very addresses that were judged here. Which networks are not of everybody
 * is told by the registries of special-purpose addresses (RFC 6890).
 */
class OutsideHosts implements DnsResolver {

    private static final List<Network> SPECIAL = Stream
        .of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
                "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
                "203.0.113.0/24", "224.0.0.0/3", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
        .map(Network::of)
        .toList();

    /** What is given out of the address space of version 6; all else is special. */
    private static final Network GLOBAL = Network.of("2000::/3");

    private final Set<String> allowed;

    OutsideHosts(Collection<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    /**
     * The addresses of a host. Refuses, with a {@link ForbiddenHostException}, a host of
     * which one address is not everybody's, unless it is allowed by its name.
     */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (!this.allowed.contains(host.toLowerCase(Locale.ROOT))) {
            for (InetAddress address : addresses) {
                if (!outside(address)) {
                    throw new ForbiddenHostException(host);
                }
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean outside(InetAddress address) {
        return SPECIAL.stream().noneMatch((network) -> network.has(address))
                && (address instanceof Inet4Address || GLOBAL.has(address));
    }

    /**
     * Addresses that begin alike.
     *
     * @param bits how many bits at the beginning are the same
     */
    private record Network(byte[] start, int bits) {

        static Network of(String text) {
            String[] parts = text.split("/");
            try {
                return new Network(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            }
            catch (UnknownHostException ex) {
                throw new IllegalArgumentException(text, ex);
            }
        }

        boolean has(InetAddress address) {
            byte[] other = address.getAddress();
            if (other.length != this.start.length) {
                return false;
            }
            for (int bit = 0; bit < this.bits; bit++) {
                if (((other[bit / 8] ^ this.start[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
                    return false;
                }
            }
            return true;
        }

    }

}
