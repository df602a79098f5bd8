package org.pentimento.equinox;

import java.io.File;
import java.util.Date;
import org.eclipse.osgi.signedcontent.SignedContent;
import org.eclipse.osgi.signedcontent.SignedContentEntry;
import org.eclipse.osgi.signedcontent.SignedContentFactory;
import org.eclipse.osgi.signedcontent.SignerInfo;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** Says of every bundle that it bears no signature that was checked. */
final class Unsigned implements SignedContentFactory {
  @Override
  public SignedContent getSignedContent(File content) {
    return new Content();
  }

  @Override
  public SignedContent getSignedContent(Bundle bundle) {
    return new Content();
  }

  private static final class Content implements SignedContent {
    @Override
    public SignedContentEntry[] getSignedEntries() {
      return new SignedContentEntry[0];
    }

    @Override
    public @Nullable SignedContentEntry getSignedEntry(String name) {
      return null;
    }

    @Override
    public SignerInfo[] getSignerInfos() {
      return new SignerInfo[0];
    }

    @Override
    public boolean isSigned() {
      return false;
    }

    @Override
    public @Nullable Date getSigningTime(SignerInfo signer) {
      return null;
    }

    @Override
    public @Nullable SignerInfo getTSASignerInfo(SignerInfo signer) {
      return null;
    }

    @Override
    public void checkValidity(SignerInfo signer) {
      throw new IllegalArgumentException("There is no signer of unsigned content");
    }
  }
}
