/** Every word the widget itself shows or says. What the assistant says comes from the server. */
export const fr = {
  chat: 'Conversation avec l’assistant',
  title: 'Votre conversation',
  thread: 'Fil de la conversation',
  transcript: 'Messages',
  you: 'Vous',
  assistant: 'Assistant',
  saysPrefix: (name: string) => `${name} : `,

  inputLabel: 'Votre message',
  inputPlaceholder: 'Votre question',
  send: 'Envoyer',
  charactersLeft: (count: number) => (count > 1 ? `${count} caractères restants` : `${count} caractère restant`),
  charactersOver: (count: number) => (count > 1 ? `${count} caractères de trop` : '1 caractère de trop'),
  suggestions: 'Réponses proposées',
  toNewest: 'Voir la suite',

  sending: 'Envoi…',
  notSent: 'Votre message n’est pas parti.',
  refused: 'Votre message n’a pas été accepté.',
  retry: 'Réessayer',
  edit: 'Modifier mon message',

  opening: 'Ouverture de la conversation…',
  notReachable:
    'L’assistant n’est pas joignable pour le moment. La connexion sera reprise d’elle-même : vous n’avez rien à faire.',
  interrupted: 'La connexion est interrompue. Elle sera rétablie dès que possible.',
  typing: 'L’assistant prépare sa réponse…',
  slow: 'La réponse tarde à venir. Elle s’affichera ici dès qu’elle arrivera.',
  replaced: 'La conversation précédente a expiré. En voici une nouvelle.',

  restart: 'Recommencer',
  restartWhat: ' une conversation',
  restartQuestion: 'Recommencer une conversation ?',
  restartMeans: 'Les messages affichés ici disparaîtront et une nouvelle conversation commencera.',
  restartConfirm: 'Recommencer',
  restartCancel: 'Garder cette conversation',

  newWindow: ' (nouvelle fenêtre)',
};
