package dev.latchkey.pages;

import dev.latchkey.pages.view.QrView;

import io.nayuki.qrcodegen.QrCode;

/** A text as a QR code (ISO/IEC 18004), drawn as one path of unit squares. */
final class QrPicture {
    /** The quiet zone that scanners need around it, in squares. */
    private static final int MARGIN = 4;

    private QrPicture() {}

    static QrView of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + MARGIN).append(' ').append(y + MARGIN);
                    path.append("h1v1h-1z");
                }
            }
        }
        return new QrView(code.size + 2 * MARGIN, path.toString());
    }
}
