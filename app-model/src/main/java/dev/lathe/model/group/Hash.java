package dev.lathe.model.group;

/// Mixes numbers to one of 64 bits that is the same in every run.
final class Hash {
    private static final long PRIME = 0x9e3779b97f4a7c15L;

    private Hash() {}

    /// A step of the finalizer of SplitMix64 (Steele, Lea, Flood, "Fast Splittable Pseudorandom
    /// Number Generators", OOPSLA 2014) over a running hash and the next number.
    static long mix(long hash, long next) {
        long z = (hash ^ next) * PRIME + 0x632be59bd9b4e019L + Long.rotateLeft(hash, 17);
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    static long mix(long hash, String text) {
        long result = mix(hash, text.length());
        for (int i = 0; i < text.length(); i++) {
            result = mix(result, text.charAt(i));
        }
        return result;
    }
}
