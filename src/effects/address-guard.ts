/**
 * Which addresses may be called. What a workflow names is somebody's wish, and this process may reach what they may not: so
 * loopback, private, link-local and other special addresses are refused unless the operator has listed them. The address that
 * was checked is the one that is connected to: a name cannot answer differently a moment later.
 */
import { type LookupAddress, lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import type { AllowedAddress } from "../config/effects.ts";

/** https://www.iana.org/assignments/iana-ipv4-special-registry and its IPv6 twin. */
const SPECIAL_4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];
/** All of IPv6 but the space that is given out to networks, and within that what stands for an IPv4 address or for nobody. */
const SPECIAL_6: readonly (readonly [string, number])[] = [
  ["::", 3],
  ["4000::", 2],
  ["8000::", 1],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

export class AddressRefused extends Error {
  override readonly name = "AddressRefused";
}

export class AddressGuard {
  // One list for each family: Node takes an IPv4 address for the IPv6 address that stands for it, and finds it in `::/3`.
  readonly #special = { ipv4: new BlockList(), ipv6: new BlockList() };
  readonly #allowed = { ipv4: new BlockList(), ipv6: new BlockList() };

  constructor(allowed: readonly AllowedAddress[]) {
    for (const [network, bits] of SPECIAL_4) this.#special.ipv4.addSubnet(network, bits, "ipv4");
    for (const [network, bits] of SPECIAL_6) this.#special.ipv6.addSubnet(network, bits, "ipv6");
    for (const { network, bits, family } of allowed) this.#allowed[family].addSubnet(network, bits, family);
  }

  permits(address: string): boolean {
    const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
    if (mapped !== undefined) return this.permits(mapped);
    const family = isIP(address) === 4 ? "ipv4" : "ipv6";
    if (isIP(address) === 0) return false;
    return this.#allowed[family].check(address, family) || !this.#special[family].check(address, family);
  }

  /** A host that is an address already is never looked up, and this machine's own name is always the same (RFC 6761). */
  permitsHost(hostname: string): boolean {
    const address = hostname.replace(/^\[(.*)\]$/, "$1");
    if (/^(.+\.)?localhost\.?$/i.test(address)) return this.permits("127.0.0.1") || this.permits("::1");
    return isIP(address) === 0 || this.permits(address);
  }

  /** For `http.request`: every address of the name must be permitted. */
  readonly lookup: LookupFunction = (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error: Error | null, found: string | LookupAddress[]) => {
      const addresses = Array.isArray(found) ? found : [];
      const [first] = addresses;
      if (error) return callback(error, "", 0);
      if (first === undefined || !addresses.every(({ address }) => this.permits(address)))
        return callback(new AddressRefused("the name leads to a private address"), "", 0);
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}
