package org.pentimento.workbench.plan.source;

import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.rules.EndOfLineRule;
import org.eclipse.jface.text.rules.ICharacterScanner;
import org.eclipse.jface.text.rules.IRule;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.RuleBasedScanner;
import org.eclipse.jface.text.rules.SingleLineRule;
import org.eclipse.jface.text.rules.Token;
import org.eclipse.swt.SWT;

/** Colours keys, quoted texts and comments, as the theme says. */
final class YamlScanner extends RuleBasedScanner {
  YamlScanner() {
    Token comment = new Themed(JFacePreferences.QUALIFIER_COLOR, SWT.ITALIC);
    Token key = new Themed(JFacePreferences.HYPERLINK_COLOR, SWT.NONE);
    Token text = new Themed(JFacePreferences.COUNTER_COLOR, SWT.NONE);
    setRules(
        new IRule[] {
          new EndOfLineRule("#", comment),
          new SingleLineRule("\"", "\"", text, '\\'),
          new SingleLineRule("'", "'", text),
          new KeyRule(key)
        });
  }

  /** A token whose colour is looked up when it is used, so that a change of theme is followed. */
  private static final class Themed extends Token {
    private final String colour;
    private final int style;

    Themed(String colour, int style) {
      super(null);
      this.colour = colour;
      this.style = style;
    }

    @Override
    public Object getData() {
      return new TextAttribute(JFaceResources.getColorRegistry().get(colour), null, style);
    }
  }

  /** A word before a colon. */
  private static final class KeyRule implements IRule {
    private final IToken token;

    KeyRule(IToken token) {
      this.token = token;
    }

    @Override
    public IToken evaluate(ICharacterScanner scanner) {
      int read = 0;
      int c = scanner.read();
      while (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.') {
        read++;
        c = scanner.read();
      }
      if (read > 0 && c == ':') {
        scanner.unread();
        return token;
      }
      scanner.unread();
      if (read == 0) {
        return Token.UNDEFINED;
      }
      return Token.WHITESPACE; // skips a plain value as a whole
    }
  }
}
