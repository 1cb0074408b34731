import { Check, Link } from 'lucide-react';
import { useState } from 'react';

/** Copies the address, which is the whole view. */
export function CopyLink() {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <button type="button" className="icon-button" aria-label={copied ? 'Link copied' : 'Copy link'} title={copied ? 'Link copied' : 'Copy link to this view'} onClick={() => void copy()}>
      {copied ? <Check size={16} strokeWidth={1.75} aria-hidden /> : <Link size={16} strokeWidth={1.75} aria-hidden />}
      <span className="unseen" role="status">{copied && 'Link copied'}</span>
    </button>
  );
}
