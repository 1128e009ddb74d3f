package cn.dangjian.platform.seals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AeadTest {

    private static final HexFormat HEX = HexFormat.of();

    /** SM4: RFC 8998, appendix A.1. AES: test case 16 of the specification of GCM. */
    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
        SM4 0123456789abcdeffedcba9876543210 00001234567800000000abcd feedfacedeadbeeffeedfacedeadbeefabaddad2 aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccddddddddddddddddeeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa 17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d83de3541e4c2b58177e065a9bf7b62ec
        AES feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308 cafebabefacedbaddecaf888 feedfacedeadbeeffeedfacedeadbeefabaddad2 d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39 522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b\
        """)
    void doesWhatItsSpecificationSays(Aead cipher, String key, String nonce, String place, String plain, String sealed)
            throws GeneralSecurityException {
        byte[] text = cipher.run(true, hex(key), hex(nonce), hex(place), hex(plain));

        assertThat(HEX.formatHex(text)).isEqualTo(sealed);
        assertThat(HEX.formatHex(cipher.run(false, hex(key), hex(nonce), hex(place), text)))
                .isEqualTo(plain);
        assertThatThrownBy(() -> cipher.run(false, hex(key), hex(nonce), hex("00"), text))
                .isInstanceOf(GeneralSecurityException.class);
    }

    private static byte[] hex(String text) {
        return HEX.parseHex(text);
    }
}
