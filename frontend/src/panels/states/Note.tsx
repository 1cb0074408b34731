import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface Props { icon: LucideIcon; tone?: 'plain' | 'warn' | 'bad'; title: string; children?: ReactNode; actions?: ReactNode }

/** One state said in place: what is so, what it means, what can be done. */
export const Note = ({ icon: Icon, tone = 'plain', title, children, actions }: Props) => (
  <div className={`note ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
    <Icon size={16} strokeWidth={1.75} aria-hidden />
    <div>
      <p className="medium">{title}</p>
      {children && <div className="small second">{children}</div>}
      {actions && <div className="actions">{actions}</div>}
    </div>
  </div>
);
