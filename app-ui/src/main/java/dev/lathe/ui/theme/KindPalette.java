package dev.lathe.ui.theme;

/// The colours of operator kinds, for a light and for a dark surface.
///
/// The colours keep apart also for people with protanopia, deuteranopia and tritanopia: they were
/// found by maximising the smallest OKLab distance between any two of them in normal vision and in
/// the three simulations of Machado, Oliveira and Fernandes (2009), while text on each reaches a
/// contrast of 4.5:1.
public enum KindPalette {
    LIGHT,
    DARK;

    /// The colour of a kind.
    public Tint fill(OperatorKind kind) {
        return new Tint(
                switch (this) {
                    case LIGHT -> light(kind);
                    case DARK -> dark(kind);
                });
    }

    /// The colour of text on the colour of a kind.
    public Tint text(OperatorKind kind) {
        return fill(kind).readableText();
    }

    private static int light(OperatorKind kind) {
        return switch (kind) {
            case CONVOLUTION -> 0x306bca;
            case MATRIX -> 0x372193;
            case NORMALIZATION -> 0x6fe8e0;
            case ACTIVATION -> 0xad330c;
            case POOLING -> 0x46b570;
            case ELEMENTWISE -> 0xefcf61;
            case SHAPE -> 0xcab1ac;
            case REDUCTION -> 0x3f6551;
            case RECURRENT -> 0x82458e;
            case QUANTIZATION -> 0x9c850d;
            case CONTROL_FLOW -> 0xe377db;
            case CONSTANT -> 0x778893;
            case OTHER -> 0x484848;
        };
    }

    private static int dark(OperatorKind kind) {
        return switch (kind) {
            case CONVOLUTION -> 0x4c97f4;
            case MATRIX -> 0x7f54cd;
            case NORMALIZATION -> 0x6ee5f9;
            case ACTIVATION -> 0x991e0c;
            case POOLING -> 0xb0e477;
            case ELEMENTWISE -> 0xe4a624;
            case SHAPE -> 0xebc8bf;
            case REDUCTION -> 0x427c66;
            case RECURRENT -> 0x702189;
            case QUANTIZATION -> 0x978f4a;
            case CONTROL_FLOW -> 0xc36ba2;
            case CONSTANT -> 0xa4acbf;
            case OTHER -> 0x4d4d4b;
        };
    }
}
