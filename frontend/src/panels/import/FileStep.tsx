import { FileUp } from 'lucide-react';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { removeUpload, upload, type Uploaded } from '../../api/upload';
import { share } from '../../state/figures';

interface Props {
  /** What is asked for: "a CSV or GeoJSON file of reported incidents". */
  what: string;
  accept: string;
  /** Greatest size, in bytes and in words. */
  limit: { bytes: number; inWords: string } | undefined;
  onUploaded: (file: Uploaded) => void;
}

/** Takes a file by choosing or dropping and sends it, with progress and cancel. */
export function FileStep({ what, accept, limit, onUploaded }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<{ name: string; share: number; abort: AbortController } | null>(null);
  const [refused, setRefused] = useState('');
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  const send = (file: File) => {
    if (limit && file.size > limit.bytes) return setRefused(`${file.name} is larger than ${limit.inWords}, the most that this server takes. Pack it with gzip, or load it with ./geocrime import.`);
    const abort = new AbortController();
    current.current = abort;
    setRefused('');
    setSending({ name: file.name, share: 0, abort });
    upload(file, (done) => setSending((s) => s && { ...s, share: done }), abort.signal).then(
      (sent) => { if (abort.signal.aborted) removeUpload(sent.id); else onUploaded(sent); },
      (error: Error) => { setSending(null); if (error.name !== 'AbortError') setRefused(error.message); },
    );
  };
  const drop = (e: DragEvent) => {
    e.preventDefault();
    setOver(false);
    const files = e.dataTransfer.files;
    if (files.length > 1) setRefused('One file at a time.');
    else if (files[0] && !sending) send(files[0]);
  };
  return (
    <div className={`drop-zone ${over ? 'over' : ''}`} onDragOver={(e) => { e.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <FileUp size={20} strokeWidth={1.75} aria-hidden />
      {sending
        ? <>
            <p className="medium">Sending {sending.name}, {share(sending.share)}</p>
            <div className="progress thick" role="progressbar" aria-label={`Sending ${sending.name}`} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(100 * sending.share)}><i style={{ width: `${100 * sending.share}%` }} /></div>
            <button type="button" className="button" onClick={() => sending.abort.abort()}>Cancel</button>
          </>
        : <>
            <p className="medium">Drop {what} here</p>
            <input ref={input} type="file" accept={accept} className="unseen" tabIndex={-1} aria-label="File" onChange={(e) => { const file = e.target.files?.[0]; if (file) send(file); e.target.value = ''; }} />
            <button type="button" className="button primary" onClick={() => input.current?.click()}>Choose a file</button>
            <p className="small third">Plain or gzip{limit && `, up to ${limit.inWords}`}. It stays on this server and goes after a day.</p>
          </>}
      {refused && <p className="small wrong" role="alert">{refused}</p>}
    </div>
  );
}
