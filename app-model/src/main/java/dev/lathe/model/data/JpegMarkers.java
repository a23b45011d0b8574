package dev.lathe.model.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What the marker segments of a JPEG file say before the first scan.
///
/// @param components the number of color components; 0 if the file does not say
/// @param adobeTransform the color transform of the Adobe segment (Adobe Technical Note 5116): 0
///   none, 1 YCbCr, 2 YCCK; 0 if the segment is absent
record JpegMarkers(int components, int adobeTransform) {
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);
    private static final int APP14 = 0xEE;
    private static final int START_OF_SCAN = 0xDA;
    private static final int TRANSFORM_AT = 11;
    private static final int COMPONENTS_AT = 5;

    static JpegMarkers of(byte[] jpeg) {
        int components = 0;
        int transform = 0;
        int at = 2;
        while (at + 4 <= jpeg.length && unsigned(jpeg[at]) == 0xFF) {
            int marker = unsigned(jpeg[at + 1]);
            int body = at + 4;
            if (marker == START_OF_SCAN) {
                break;
            }
            if (isStartOfFrame(marker) && body + COMPONENTS_AT < jpeg.length) {
                components = unsigned(jpeg[body + COMPONENTS_AT]);
            }
            if (marker == APP14 && isAdobe(jpeg, body)) {
                transform = unsigned(jpeg[body + TRANSFORM_AT]);
            }
            at += 2 + (unsigned(jpeg[at + 2]) << 8 | unsigned(jpeg[at + 3]));
        }
        return new JpegMarkers(components, transform);
    }

    private static boolean isStartOfFrame(int marker) {
        boolean isFrame = marker >= 0xC0 && marker <= 0xCF;
        return isFrame && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean isAdobe(byte[] jpeg, int body) {
        return body + TRANSFORM_AT < jpeg.length
                && Arrays.equals(jpeg, body, body + ADOBE.length, ADOBE, 0, ADOBE.length);
    }

    private static int unsigned(byte value) {
        return Byte.toUnsignedInt(value);
    }
}
